package ai.therapysync.conversation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionSummaryTest {
  private static final SessionSummary SUMMARY = new SessionSummary();
  private static final List<Memory> LEARNED =
      List.of(
          memory("Ana (your sister)"), memory("an exam (on friday)"), memory("Ana (your sister)"));

  @Test
  void namesWhatTheTalkWasAbout() {
    assertThat(SUMMARY.of(LEARNED, Language.ENGLISH).orElseThrow().content())
        .isEqualTo("you spoke of Ana (your sister); an exam (on friday)");
    for (Language language : Language.values()) {
      assertThat(SUMMARY.of(LEARNED, language).orElseThrow().content())
          .contains("Ana (your sister); an exam (on friday)")
          .doesNotContain("{");
    }
  }

  @Test
  void keepsNothingWhereNothingWasLearned() {
    assertThat(SUMMARY.of(List.of(), Language.ENGLISH)).isEmpty();
  }

  private static Memory memory(String title) {
    return new Memory("person", title, title, List.of(), 0.8);
  }
}
