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

  @ParameterizedTest
  @CsvSource({"HINDI, हाँ, नहीं", "HINDI, haan, nahi", "ARABIC, نعم, لا", "ARABIC, اه, لأ"})
  void an_answer_to_the_question_about_danger_is_understood(
      Language language, String yes, String no) {
    said(language)
        .forEach((key, text) -> {
          boolean dangerous = heard(text, yes, language) || heard(text, no, language);
          if (key.startsWith("concern.") && !key.equals("concern.someone_else.1")) {
            assertThat(dangerous).as(key).isTrue();
          } else if (!key.startsWith("concern.") && !key.equals("ask.violence.1")) {
            assertThat(dangerous).as(key).isFalse();
          }
        });
  }

  @ParameterizedTest
  @CsvSource({"HINDI, हाँ, नहीं", "ARABIC, نعم, لا"})
  void yes_to_the_question_about_suicide_is_the_dangerous_answer(
      Language language, String yes, String no) {
    said(language)
        .forEach((key, text) -> {
          if (key.matches("concern\\.[0-9]+")) {
            assertThat(heard(text, yes, language)).as(key).isTrue();
            assertThat(heard(text, no, language)).as(key).isFalse();
          }
        });
  }

  /** A short answer gets one of these, whatever it was: none may claim to have learned from it. */
  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"HINDI", "ARABIC"})
  void no_text_is_a_part_of_another(Language language) {
    Map<String, String> said = said(language);
    said.keySet().removeIf(key -> key.startsWith("introduce") || key.startsWith("soften"));
    said.forEach((key, text) ->
        assertThat(said.values().stream().map(Wording::words))
            .as(key)
            .filteredOn(words -> words.contains(Wording.words(text)))
            .hasSize(1));
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
