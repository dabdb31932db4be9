package ai.therapysync.gateway.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How we converse.
 *
 * @param onboarding what happens to numbers that nobody registered
 * @param minimumAge from which age strangers may join where the door is open
 * @param sessionQuietTime after this long without a message a session ends
 * @param humanPatience after this long someone who asked for a human is told that nobody was free
 */
public record ConversationSettings(
    Onboarding onboarding,
    int minimumAge,
    Duration sessionQuietTime,
    Duration humanPatience,
    LanguageModelSettings languageModel,
    EncoderSettings encoder) {
  /** From which age strangers may join; empty when the door is closed. */
  public Optional<Integer> openFrom() {
    return onboarding == Onboarding.OPEN ? Optional.of(minimumAge) : Optional.empty();
  }
}
