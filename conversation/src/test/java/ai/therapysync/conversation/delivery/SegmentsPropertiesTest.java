package ai.therapysync.conversation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of segments for any text. */
final class SegmentsPropertiesTest {
  private static final String EXTENSION = "\f^{}\\[~]|€";

  @Property(tries = 500)
  void the_count_is_that_of_a_phone_that_fills_one_segment_after_the_other(
      @ForAll("texts") String text) {
    assertThat(Segments.count(text)).isEqualTo(filled(text).size());
  }

  @Property(tries = 500)
  void no_character_of_two_places_straddles_a_segment(@ForAll("texts") String text) {
    List<String> segments = filled(text);
    assertThat(String.join("", segments)).isEqualTo(text);
    assertThat(segments)
        .allSatisfy(segment -> {
          assertThat(places(segment, Gsm.canWrite(text))).isLessThanOrEqualTo(room(text, segments));
          assertThat(segment.isEmpty() || !Character.isLowSurrogate(segment.charAt(0))).isTrue();
        });
  }

  @Property(tries = 500)
  void plain_text_never_costs_more(@ForAll("texts") String text) {
    String plain = SmsText.plain(text);
    assertThat(Segments.count(plain)).isLessThanOrEqualTo(Segments.count(text));
    assertThat(SmsText.plain(plain)).isEqualTo(plain);
    assertThat(plain.equals(text) || Gsm.canWrite(plain)).isTrue();
  }

  @Property(tries = 200)
  void what_is_cut_keeps_all_its_words_in_order_and_within_the_limit(@ForAll("long") String text) {
    List<String> parts = Parts.of(ChannelName.SMS, text);
    assertThat(parts)
        .allSatisfy(part -> assertThat(SmsText.plain(part).length()).isLessThanOrEqualTo(1_600));
    int last = parts.size();
    List<String> bare = new ArrayList<>();
    for (int number = 1; number <= last; number++) {
      String mark = last == 1 ? "" : "(" + number + "/" + last + ") ";
      assertThat(parts.get(number - 1)).startsWith(mark);
      bare.add(parts.get(number - 1).substring(mark.length()));
    }
    assertThat(letters(String.join("", bare))).isEqualTo(letters(text.replace("…", "...")));
  }

  @Provide
  Arbitrary<String> texts() {
    return ofLength(0, 330);
  }

  @Provide("long")
  Arbitrary<String> longTexts() {
    return ofLength(1_400, 5_000);
  }

  private static Arbitrary<String> ofLength(int least, int most) {
    Arbitrary<String> cheap = Arbitraries.of("a", "é", " ", "€", "{", "\n", ". ");
    Arbitrary<String> typographic = Arbitraries.of("a", "’", "…", "–", "\u00A0", "\u200B", "|");
    Arbitrary<String> dear = Arbitraries.of("a", "á", "心", "😀", "👩‍👩‍👧", "€", "…", " ");
    return Arbitraries.oneOf(
        written(cheap, least, most), written(typographic, least, most), written(dear, least, most));
  }

  private static Arbitrary<String> written(Arbitrary<String> letters, int least, int most) {
    return letters.list().ofMinSize(least).ofMaxSize(most).map(all -> String.join("", all));
  }

  /** Letter by letter into segments, each closed when the next letter does not fit. */
  private static List<String> filled(String text) {
    boolean gsm = Gsm.canWrite(text);
    if (places(text, gsm) <= (gsm ? 160 : 70)) {
      return List.of(text);
    }
    List<String> segments = new ArrayList<>();
    StringBuilder segment = new StringBuilder();
    for (int letter : text.codePoints().toArray()) {
      if (places(segment + Character.toString(letter), gsm) > (gsm ? 153 : 67)) {
        segments.add(segment.toString());
        segment.setLength(0);
      }
      segment.appendCodePoint(letter);
    }
    segments.add(segment.toString());
    return segments;
  }

  private static long places(String text, boolean gsm) {
    return text.length() + (gsm ? text.chars().filter(c -> EXTENSION.indexOf(c) >= 0).count() : 0);
  }

  private static long room(String text, List<String> segments) {
    boolean alone = segments.size() == 1;
    return Gsm.canWrite(text) ? (alone ? 160 : 153) : (alone ? 70 : 67);
  }

  private static String letters(String text) {
    return text.replaceAll("\\s", "");
  }
}
