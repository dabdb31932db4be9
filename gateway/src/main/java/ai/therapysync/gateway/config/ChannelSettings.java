package ai.therapysync.gateway.config;

import java.time.Duration;
import java.util.Optional;

/**
 * The ways to reach people; one without credentials is off.
 *
 * @param reconcileEvery how often Twilio's list of what came in is compared with ours; empty: never
 */
public record ChannelSettings(
    Optional<TwilioSettings> twilio,
    Optional<MetaSettings> meta,
    Optional<SmtpSettings> smtp,
    SendingRates rates,
    Optional<Duration> reconcileEvery) {}
