package ai.therapysync.gateway.config;

/** All that the environment says, checked and with its defaults filled in. */
public record Configuration(
    Environment environment,
    HttpSettings http,
    StorageSettings storage,
    ChannelSettings channels,
    ConversationSettings conversation,
    EscalationSettings escalation) {}
