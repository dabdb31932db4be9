package ai.therapysync.conversation.turn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.turn.SessionReview.Done;
import ai.therapysync.conversation.turn.SessionReview.Ended;
import ai.therapysync.conversation.turn.SessionReview.Kept;
import ai.therapysync.conversation.turn.SessionReview.Moods;
import ai.therapysync.crisis.language.Language;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is noted of a talk when it ends. */
final class SessionReviewTest {
  private final SessionReview review = new SessionReview();

  @Test
  void theNotesNameWhatWasWorkedOn() {
    Done done = new Done(List.of("walk every day"), List.of("write the letter"), List.of("PHQ-9"));
    Kept kept = review.review(ended("en", "hello", done));
    assertThat(kept.notes())
        .contains("Goals set: walk every day.")
        .contains("Goals reached: write the letter.")
        .contains("PHQ-9");
    assertThat(kept.insights()).containsEntry("questionnaires", List.of("PHQ-9"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|thank you, that helped a bit",
        "en|ok. talking to you helps",
        "es|gracias, eso me ayudó",
        "pt|obrigada, isso ajudou muito",
        "fr|merci, ça m'a aidé",
        "de|danke, das hat mir geholfen",
        "zh|谢谢你，说出来真的有帮助",
        "hi|इससे मुझे मदद मिली",
        "ar|شكرا، هذا ساعدني"
      })
  void whatHelpedIsKept(String language, String words) {
    Kept kept = review.review(ended(language, words, Done.nothing()));
    assertThat((List<?>) kept.insights().get("what_helped")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"en|that didn't help", "en|nothing helps", "de|das hat mir nicht geholfen"})
  void whatDidNotHelpIsNot(String language, String words) {
    Kept kept = review.review(ended(language, words, Done.nothing()));
    assertThat((List<?>) kept.insights().get("what_helped")).isEmpty();
  }

  private static Ended ended(String language, String words, Done done) {
    return new Ended(
        Language.of(language).orElseThrow(),
        List.of(words),
        List.of(),
        new Moods(Optional.empty(), Optional.empty()),
        done,
        List.of(),
        Duration.ofMinutes(5));
  }
}
