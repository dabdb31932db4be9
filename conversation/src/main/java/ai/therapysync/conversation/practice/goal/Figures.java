package ai.therapysync.conversation.practice.goal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Brings texts into the form in which figures and names are compared. */
final class Figures {
  /** Small numbers as they are written out beside days and weeks. */
  private static final Map<String, Long> WORDS =
      Map.ofEntries(
          Map.entry("two", 2L),
          Map.entry("three", 3L),
          Map.entry("four", 4L),
          Map.entry("dos", 2L),
          Map.entry("tres", 3L),
          Map.entry("cuatro", 4L),
          Map.entry("dois", 2L),
          Map.entry("duas", 2L),
          Map.entry("quatro", 4L),
          Map.entry("deux", 2L),
          Map.entry("trois", 3L),
          Map.entry("quatre", 4L),
          Map.entry("zwei", 2L),
          Map.entry("drei", 3L),
          Map.entry("vier", 4L),
          Map.entry("两", 2L),
          Map.entry("二", 2L),
          Map.entry("三", 3L),
          Map.entry("四", 4L),
          Map.entry("दो", 2L),
          Map.entry("तीन", 3L),
          Map.entry("चार", 4L),
          Map.entry("ثلاثة", 3L),
          Map.entry("اربعة", 4L));

  private Figures() {}

  /** The same with Latin digits. */
  static String latin(String text) {
    return text.codePoints()
        .mapToObj(c ->
            Character.isDigit(c) ? Integer.toString(Character.digit(c, 10)) : Character.toString(c))
        .collect(Collectors.joining());
  }

  /** Small letters, without accents, marks and vowel signs of Arabic; one space between words. */
  static String plain(String text) {
    return Normalizer.normalize(latin(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .replaceAll("[\\u0300-\\u036F\\u064B-\\u0655\\u0670\\u0640]", "")
        .replace('\u2019', '\'')
        .replaceAll("[^\\p{L}\\p{M}\\p{N}']+", " ")
        .strip();
  }

  /** A number in figures, or a small one in words. */
  static Optional<Long> read(String text) {
    String plain = plain(text);
    return plain.matches("\\d{1,4}")
        ? Optional.of(Long.valueOf(plain))
        : Optional.ofNullable(WORDS.get(plain));
  }

  /** A number with or without decimals. */
  static Optional<BigDecimal> decimal(String text) {
    String plain = latin(text).strip().replace(',', '.');
    return plain.matches("\\d{1,7}(?:\\.\\d{1,2})?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  /** As people read it: no zeros behind the point. */
  static String show(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
