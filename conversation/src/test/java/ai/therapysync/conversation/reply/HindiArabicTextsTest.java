package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import ai.therapysync.crisis.screening.PhraseScreen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Hindi and Arabic ask of their texts beyond what every language is held to. */
class HindiArabicTextsTest {
  private static final Instant ASKED = Instant.parse("2026-03-02T18:00:00Z");
  private static final PhraseScreen SCREEN = PhraseScreen.load();
  private static final Phrasebook TEXTS = Phrasebook.load(OfflineCompanion.class, "companion");

  private static final Map<String, String> FILLED =
      Map.of(
          "name",
          "\u0645",
          "question",
          "",
          "memory",
          "x",
          "goal",
          "x",
          "relation",
          "x",
          "list",
          "x",
          "words",
          "x");

  @Test
  void hindi_takes_neither_the_reader_nor_the_companion_for_a_man_or_a_woman() {
    said(Language.HINDI)
        .forEach((key, text) ->
            assertThat(text)
                .as(key)
                .doesNotContainPattern(
                    "त[ाी] हूँ|रह[ाी] हूँ|आप [^।?,:]*(?:त[ेी]|रह[ेी]) हैं|आप कैस[ेी]")
                .doesNotContainPattern(
                    "(?:ूँ|ऊँ|ें|एँ)ग[ाीे](?![\\p{L}\\p{M}])(?<!(?:मिलें|चलें)गे)"));
  }

  @Test
  void arabic_speaks_to_a_man_and_to_a_woman_in_the_same_words() {
    said(Language.ARABIC)
        .forEach((key, text) ->
            assertThat(" " + text)
                .as(key)
                .doesNotContainPattern(
                    "[ :،](?:و|ف)?(?:أن |هل |ما |كيف |لا )?ت(?:ريد|شعر|ستطيع|فكر|ود|قول|كتب|خبرني|حكي"
                        + "|رغب|حتاج|عرف|علم|ظن|لاحظ|حمل|كون بخير)(?:ين)?[ .،:؟]")
                .doesNotContainPattern(
                    "[ :،](?:اكتب|أخبر|خذ|انظر|تنفس|اجلس|ضع|ابق|انتبه|اعتن)(?:ي|ني|يني)?[ .،:]")
                .doesNotContainPattern("أنت (?:وحيد|قوي|شجاع|قلق|حزين|متعب)"));
  }

  /** Of an ordinary question a yes or a no tells no danger, and none of the grave ones is lost. */
  @ParameterizedTest
  @CsvSource({"HINDI, हाँ, नहीं", "ARABIC, نعم, لا"})
  void only_the_questions_about_danger_are_answered_with_danger(
      Language language, String yes, String no) {
    Map<String, String> said = said(language);
    said.remove("concern.someone_else.1");
    said.forEach((key, text) ->
        assertThat(heard(text, yes, language) || heard(text, no, language))
            .as(key)
            .isEqualTo(key.startsWith("concern.") || key.equals("ask.violence.1")));
  }

  @ParameterizedTest
  @CsvSource({"HINDI, हाँ, नहीं", "HINDI, haan, nahi", "ARABIC, نعم, لا", "ARABIC, اه, لأ"})
  void yes_to_the_question_about_suicide_is_the_dangerous_answer(
      Language language, String yes, String no) {
    Map<String, String> said = said(language);
    said.keySet().removeIf(key -> !key.matches("concern\\.[0-9]+"));
    assertThat(said).hasSize(5);
    said.forEach((key, text) -> {
      assertThat(heard(text, yes, language)).as(key).isTrue();
      assertThat(heard(text, no, language)).as(key).isFalse();
    });
  }

  /** What was said is found again by its words, so that it isn't said twice. */
  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"HINDI", "ARABIC"})
  void no_text_is_a_part_of_another(Language language) {
    Map<String, String> said = said(language);
    said.keySet().removeIf(key -> key.startsWith("introduce") || key.startsWith("soften"));
    said.replaceAll((key, text) -> Wording.words(text));
    said.forEach((key, words) ->
        assertThat(said.values()).as(key).filteredOn(other -> other.contains(words)).hasSize(1));
  }

  private static boolean heard(String question, String answer, Language language) {
    Utterance asked = new Utterance(Speaker.GATEWAY, question, ASKED);
    Utterance answered = new Utterance(Speaker.PERSON, answer, ASKED.plusSeconds(60));
    return SCREEN
            .assess(answered, List.of(asked), Optional.of(language))
            .level()
            .compareTo(RiskLevel.HIGH)
        >= 0;
  }

  private static Map<String, String> said(Language language) {
    Map<String, String> said = new TreeMap<>();
    TEXTS.keys(language, "").forEach(key -> said.put(key, TEXTS.say(language, key, FILLED)));
    return said;
  }
}
