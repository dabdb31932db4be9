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
          .contains("Ana (your sister)")
          .contains("an exam (on friday)")
          .doesNotContain("{");
    }
    assertThat(SUMMARY.of(LEARNED, Language.SPANISH).orElseThrow().content())
        .startsWith("hablaste de ");
    assertThat(SUMMARY.of(LEARNED, Language.PORTUGUESE).orElseThrow().content())
        .startsWith("você falou de ");
    assertThat(SUMMARY.of(LEARNED, Language.FRENCH).orElseThrow().content())
        .startsWith("tu as parlé de ");
    assertThat(SUMMARY.of(LEARNED, Language.GERMAN).orElseThrow().content())
        .startsWith("du hast erzählt: ");
    assertThat(SUMMARY.of(LEARNED, Language.HINDI).orElseThrow().content())
        .startsWith("आपने बताया था: ");
    assertThat(SUMMARY.of(LEARNED, Language.ARABIC).orElseThrow().content())
        .startsWith("حدثتني عن: ");
    assertThat(SUMMARY.of(LEARNED, Language.CHINESE).orElseThrow().content()).startsWith("你上次说到：");
  }

  @Test
  void keepsNothingWhereNothingWasLearned() {
    assertThat(SUMMARY.of(List.of(), Language.ENGLISH)).isEmpty();
  }

  private static Memory memory(String title) {
    return new Memory("person", title, title, List.of(), 0.8);
  }
}
