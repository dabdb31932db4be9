package ai.therapysync.gateway.config;

import java.time.Duration;

/**
 * How much we hand to a provider, so that its own queue stays short.
 *
 * @param smsSegmentsPerSecond a sender
 * @param whatsappMessagesPerSecond a sender
 * @param metaPairBurst messages by Meta from one sender to one person at once
 * @param metaPairEvery and one more each time that so long has passed
 */
public record SendingRates(
    double smsSegmentsPerSecond,
    double whatsappMessagesPerSecond,
    int metaPairBurst,
    Duration metaPairEvery) {}
