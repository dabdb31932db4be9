package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is spelt in two ways is one word; what is two words stays two. */
class LettersTest {
  @ParameterizedTest
  @CsvSource({
    "ज़रूरी, जरूरी",
    "\u0915\u093C\u0932\u092E, \u0958\u0932\u092E",
    "माँ, मां",
    "हिन्दी, हिंदी",
    "सम्बन्ध, संबंध",
    "दुःख, दुख",
    "नहीं, नही",
    "गयी, गई",
    "चाहिये, चाहिए",
    "नहीं\u200C, नहीं",
    "बहुतततत, बहुत"
  })
  void one_word_in_hindi(String one, String other) {
    assertThat(Wording.words(one)).isEqualTo(Wording.words(other));
  }

  @ParameterizedTest
  @CsvSource({
    "أنا, انا",
    "إحباط, احباط",
    "آسف, اسف",
    "على, علي",
    "مدرسة, مدرسه",
    "حَزِينٌ, حزين",
    "حـــزين, حزين",
    "شيء, شي",
    "کبير, كبير",
    "تعبااااان, تعبان",
    "العمل, عمل",
    "والعمل, عمل",
    "بالعمل, عمل",
    "للعمل, عمل",
    "عالشغل, شغل",
    "هالحياة, حياة"
  })
  void one_word_in_arabic(String one, String other) {
    assertThat(Wording.words(one)).isEqualTo(Wording.words(other));
  }

  @ParameterizedTest
  @CsvSource({
    "चिंता, चिता",
    "साँस, सास",
    "والدي, دي",
    "والدين, دين",
    "الله, له",
    "ولدي, لدي",
    "وحدي, حدي",
    "ألم, أم"
  })
  void two_words_stay_two(String one, String other) {
    assertThat(Wording.words(one)).isNotEqualTo(Wording.words(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nooo way", "¿cómo estás?", "ich fühl mich müde", "l'école", "我很难过", "ta3ban"})
  void other_scripts_stay_as_they_are(String text) {
    String words = Wording.words(text);
    assertThat(Letters.folded(words)).isEqualTo(words);
  }

  @Test
  void a_wall_of_one_letter_is_folded_quickly() {
    assertThat(Wording.words("ه".repeat(50_000))).isEqualTo(" ه ");
    assertThat(Wording.words("ال".repeat(20_000) + " والدت".repeat(5_000))).isNotBlank();
    assertThat(Wording.words("न्".repeat(20_000))).isNotBlank();
  }

  @Test
  void a_short_word_tells_where_vowels_are_marks() {
    assertThat(List.of("بحر", "नदी", "river")).allMatch(Letters::isLong);
    assertThat(List.of("في", "से", "the")).noneMatch(Letters::isLong);
    assertThat(Letters.asTheySayIt("اختك")).contains("اختك", "اختي", "واختي");
    assertThat(Letters.asTheySayIt("sister")).containsExactly("sister");
  }
}
