package ai.therapysync.conversation.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Before they agree, people want to know with whom. */
final class OnboardingTest {
  private static final Onboarding.Lines LINES =
      new Onboarding.Lines() {
        @Override
        public String crisis(Language language) {
          return "988.";
        }

        @Override
        public String young(Language language) {
          return "988.";
        }
      };

  private final Onboarding onboarding = new Onboarding(18);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH|what is this?",
        "ENGLISH|who are you",
        "ENGLISH|are you a bot?",
        "SPANISH|¿qué es esto?",
        "SPANISH|quien eres",
        "PORTUGUESE|o que é isso?",
        "FRENCH|c'est quoi ça ?",
        "FRENCH|t'es qui",
        "GERMAN|was ist das?",
        "GERMAN|wer bist du",
        "CHINESE|你是谁？",
        "HINDI|यह क्या है?",
        "HINDI|aap kaun ho",
        "ARABIC|من أنت؟"
      })
  void whoAsksWhatThisIsHearsItAndIsAskedAgain(Language language, String words) {
    Application asked =
        new Application(
            Application.Step.CONSENT, language, true, 0, Optional.empty(), Optional.empty());
    Reaction reaction =
        onboarding.take(
            Optional.of(asked),
            new Onboarding.Message(words, "US", LINES, Instant.parse("2026-03-11T12:00:00Z")));
    assertThat(reaction)
        .isInstanceOfSatisfying(
            Reaction.Says.class,
            says -> {
              assertThat(says.text()).contains("Sage").matches("(?s).*[?？؟]\\s*.*");
              assertThat(says.next().step()).isEqualTo(Application.Step.CONSENT);
            });
  }
}
