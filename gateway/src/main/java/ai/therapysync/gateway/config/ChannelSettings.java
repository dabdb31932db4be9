package ai.therapysync.gateway.config;

import java.util.Optional;

/** The ways to reach people; one without credentials is off. */
public record ChannelSettings(
    Optional<TwilioSettings> twilio,
    Optional<MetaSettings> meta,
    Optional<SmtpSettings> smtp,
    SendingRates rates) {}
