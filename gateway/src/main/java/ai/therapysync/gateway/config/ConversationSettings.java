package ai.therapysync.gateway.config;

import java.time.Duration;

/**
 * How we converse.
 *
 * @param sessionQuietTime after this long without a message a session ends
 */
public record ConversationSettings(
    Onboarding onboarding,
    Duration sessionQuietTime,
    LanguageModelSettings languageModel,
    EncoderSettings encoder) {}
