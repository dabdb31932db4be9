package ai.therapysync.conversation.practice.memory;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.MemoryChange;
import ai.therapysync.conversation.occasion.Remembered;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.practice.Moment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is forgotten on a word, and what is not. */
final class MemorySkillTest {
  private static final UUID KIDS = new UUID(0, 7);

  private final MemorySkill skill = new MemorySkill();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|forget my kids' names|Leo and Mia (your kids)",
        "en|please forget my sister's name|Anna (your sister)",
        "es|olvida los nombres de mis hijos|Leo y Mia (tus hijos)",
        "pt|esqueça os nomes dos meus filhos|Leo e Mia (seus filhos)",
        "fr|oublie les noms de mes enfants|Leo et Mia (tes enfants)",
        "de|vergiss die Namen meiner Kinder|Leo und Mia (deine Kinder)",
        "zh|忘掉我孩子的名字|小明和小红（你的孩子）",
        "hi|मेरे बच्चों के नाम भूल जाओ|लियो और मिया (आपके बच्चों)",
        "ar|انس أسماء أولادي|ليو وميا (أولادك)"
      })
  void namesAreForgotten(String language, String words, String title) {
    Step step = skill.take(Moment.in(language).working(knowing(title)).hears(words)).orElseThrow();
    assertThat(step.changes()).containsExactly(new MemoryChange.Forgotten(List.of(KIDS)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|undo",
        "en|no",
        "es|deshacer",
        "pt|desfazer",
        "fr|annuler",
        "de|rückgängig",
        "zh|撤销",
        "hi|undo",
        "ar|تراجع"
      })
  void whoTakesTheWishBackKeepsEverything(String language, String words) {
    Asked question = new Asked("memory_everything", Map.of(), false, Moment.NOON);
    Step step = skill.take(Moment.in(language).asked(question).hears(words)).orElseThrow();
    assertThat(step.changes()).isEmpty();
    assertThat(step.asks()).isEmpty();
  }

  @Test
  void aMemoryWithoutWordsIsNotShown() {
    Work work = knowing("");
    Step step =
        skill
            .take(Moment.in("en").working(work).hears("what do you remember about me?"))
            .orElseThrow();
    assertThat(step.text()).doesNotContain("1.");
  }

  private static Work knowing(String title) {
    Memory memory = new Memory("person", title, title, List.of(), 0.8);
    return Work.nothing()
        .remembering(new Remembered(List.of(new Remembered.Entry(KIDS, memory, false)), false));
  }
}
