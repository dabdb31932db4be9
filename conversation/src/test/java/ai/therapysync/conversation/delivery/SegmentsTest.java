package ai.therapysync.conversation.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentsTest {
  private static final String ALPHABET = "aé€{ \n.?! 心😀ñ\u200D";

  @Test
  void rule08_plain_text_fits_160_then_153_a_segment() {
    assertThat(Segments.count("a".repeat(160))).isEqualTo(1);
    assertThat(Segments.count("a".repeat(161))).isEqualTo(2);
    assertThat(Segments.count("a".repeat(306))).isEqualTo(2);
    assertThat(Segments.count("a".repeat(307))).isEqualTo(3);
    assertThat(Segments.count("")).isEqualTo(1);
  }

  @Test
  void rule08_extension_characters_take_two_and_are_not_cut_in_two() {
    assertThat(Segments.count("€".repeat(80))).isEqualTo(1);
    assertThat(Segments.count("€".repeat(81))).isEqualTo(2);
    assertThat(Segments.count("€".repeat(152))).isEqualTo(2);
    assertThat(Segments.count("€".repeat(153))).isEqualTo(3);
  }

  @Test
  void rule08_one_other_character_makes_it_70_then_67_and_pairs_stay_together() {
    assertThat(Segments.encoding("á")).isEqualTo(Segments.Encoding.UCS_2);
    assertThat(Segments.count("á".repeat(70))).isEqualTo(1);
    assertThat(Segments.count("á".repeat(71))).isEqualTo(2);
    assertThat(Segments.count("😀".repeat(35))).isEqualTo(1);
    assertThat(Segments.count("😀".repeat(66))).isEqualTo(2);
    assertThat(Segments.count("😀".repeat(67))).isEqualTo(3);
  }

  @Test
  void rule08_one_typographic_quote_does_not_double_the_price() {
    String typed = "“You’re not alone” – really…\u00A0yes";
    assertThat(Gsm.plain(typed)).isEqualTo("\"You're not alone\" - really... yes");
    assertThat(Segments.encoding(Gsm.plain(typed))).isEqualTo(Segments.Encoding.GSM_7);
    assertThat(Gsm.plain("mamá ñ 心 😀")).isEqualTo("mamá ñ 心 😀");
  }

  @Test
  void a_long_text_is_cut_at_sentence_ends_into_numbered_parts() {
    String text = "One sentence here. Another sentence there. And a third one to end.";
    assertThat(Segments.split(text, 50))
        .containsExactly(
            "(1/2) One sentence here. Another sentence there.", "(2/2) And a third one to end.");
    assertThat(Segments.split(text, 200)).containsExactly(text);
    assertThatThrownBy(() -> Segments.split(text, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatever_is_cut_nothing_is_lost_and_no_part_is_too_long() {
    Random random = new Random(5);
    for (int run = 0; run < 300; run++) {
      String text = any(random, random.nextInt(900));
      int limit = 20 + random.nextInt(100);
      List<String> parts = Segments.split(text, limit);
      assertThat(parts).allSatisfy(part -> assertThat(part.length()).isBetween(0, limit));
      assertThat(parts).noneMatch(part -> Character.isLowSurrogate(firstLetter(part)));
      assertThat(letters(parts)).isEqualTo(text.replaceAll("\\s", ""));
      assertThat(Segments.count(text)).isPositive();
    }
  }

  private static String letters(List<String> parts) {
    String all =
        parts.size() == 1
            ? parts.get(0)
            : String.join("", parts.stream().map(part -> part.replaceFirst("^\\S+ ", "")).toList());
    return all.replaceAll("\\s", "");
  }

  private static char firstLetter(String part) {
    return part.isEmpty() ? ' ' : part.replaceFirst("^\\([0-9/]+\\) ", "").charAt(0);
  }

  private static String any(Random random, int length) {
    int[] alphabet = ALPHABET.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString().strip();
  }
}
