package ai.therapysync.gateway.config;

/** How much we hand to a provider a second and sender, so that its own queue stays short. */
public record SendingRates(double smsSegmentsPerSecond, double whatsappMessagesPerSecond) {}
