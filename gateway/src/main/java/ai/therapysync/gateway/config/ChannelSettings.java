package ai.therapysync.gateway.config;

import ai.therapysync.conversation.delivery.Templates;
import java.time.Duration;
import java.util.Optional;

/**
 * The ways to reach people; one without credentials is off.
 *
 * @param templates what WhatsApp has approved for people who have not written for a day
 * @param reconcileEvery how often Twilio's list of what came in is compared with ours; empty: never
 */
public record ChannelSettings(
    Optional<TwilioSettings> twilio,
    Optional<MetaSettings> meta,
    Optional<SmtpSettings> smtp,
    SendingRates rates,
    Templates templates,
    Optional<Duration> reconcileEvery) {}
