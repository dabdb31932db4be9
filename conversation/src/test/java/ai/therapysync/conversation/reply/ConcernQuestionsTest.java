package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import ai.therapysync.crisis.screening.PhraseScreen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The screening knows what the companion asks in a concern, and of whom it asks. */
class ConcernQuestionsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final PhraseScreen SCREEN = PhraseScreen.load();

  private final Phrasebook texts = Phrasebook.load(OfflineCompanion.class, "companion");

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, no, yes",
    "SPANISH, no, sí",
    "PORTUGUESE, não, sim",
    "FRENCH, non, oui",
    "GERMAN, nein, ja",
    "CHINESE, 不, 是",
    "HINDI, नहीं, हाँ",
    "ARABIC, لا, نعم"
  })
  void aBareAnswerCountsForTheOneWhoWasAskedAfter(Language language, String no, String yes) {
    for (String key : texts.keys(language, "concern.")) {
      String question = texts.say(language, key);
      List<Assessment> answers = List.of(answer(question, no), answer(question, yes));
      Subject subject = key.contains("someone_else") ? Subject.SOMEONE_ELSE : Subject.SELF;
      assertThat(answers)
          .as("%s %s", language, key)
          .anySatisfy(seen -> assertThat(seen.level()).isGreaterThanOrEqualTo(RiskLevel.HIGH))
          .allSatisfy(seen ->
              assertThat(seen.level() == RiskLevel.NONE ? subject : seen.subject())
                  .isEqualTo(subject));
    }
  }

  private static Assessment answer(String question, String answer) {
    return SCREEN.assess(
        new Utterance(Speaker.PERSON, answer, NOON.plusSeconds(60)),
        List.of(new Utterance(Speaker.GATEWAY, question, NOON)),
        Optional.empty());
  }
}
