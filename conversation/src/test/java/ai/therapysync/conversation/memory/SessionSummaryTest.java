package ai.therapysync.conversation.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionSummaryTest {
  private static final List<Memory> LEARNED =
      List.of(
          memory("Ana (your sister)"), memory("an exam (on friday)"), memory("Ana (your sister)"));

  @Test
  void namesWhatTheTalkWasAbout() {
    assertThat(SessionSummary.of(LEARNED, Language.ENGLISH).orElseThrow().content())
        .isEqualTo("you spoke of Ana (your sister); an exam (on friday)");
    assertThat(SessionSummary.of(LEARNED, Language.SPANISH).orElseThrow().content())
        .startsWith("hablaste de ");
    assertThat(SessionSummary.of(LEARNED, Language.PORTUGUESE).orElseThrow().content())
        .startsWith("você falou de ");
    assertThat(SessionSummary.of(LEARNED, Language.FRENCH).orElseThrow().content())
        .startsWith("tu as parlé de ");
    assertThat(SessionSummary.of(LEARNED, Language.GERMAN).orElseThrow().content())
        .startsWith("du hast erzählt: ");
    assertThat(SessionSummary.of(LEARNED, Language.HINDI).orElseThrow().content())
        .startsWith("आपने बताया था: ");
    assertThat(SessionSummary.of(LEARNED, Language.ARABIC).orElseThrow().content())
        .startsWith("حدثتني عن: ");
    assertThat(SessionSummary.of(LEARNED, Language.CHINESE).orElseThrow().content())
        .isEqualTo("你上次说到：Ana (your sister)；an exam (on friday)");
  }

  @Test
  void keepsNothingWhereNothingWasLearned() {
    assertThat(SessionSummary.of(List.of(), Language.ENGLISH)).isEmpty();
  }

  private static Memory memory(String title) {
    return new Memory("person", title, title, List.of(), 0.8);
  }
}
