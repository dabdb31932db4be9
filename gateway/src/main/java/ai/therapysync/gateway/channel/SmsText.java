package ai.therapysync.gateway.channel;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a text travels by SMS: in GSM-7 (3GPP TS 23.038) 160 characters, or 153 in each of several
 * segments; with any other character in it only 70, or 67.
 */
public final class SmsText {
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** These take two places. */
  private static final String EXTENSION = "\f^{}\\[~]|€";

  private static final Map<Integer, String> PLAIN =
      Map.ofEntries(
          Map.entry(0x2018, "'"),
          Map.entry(0x2019, "'"),
          Map.entry(0x201A, "'"),
          Map.entry(0x201B, "'"),
          Map.entry(0x2032, "'"),
          Map.entry(0x00B4, "'"),
          Map.entry(0x0060, "'"),
          Map.entry(0x201C, "\""),
          Map.entry(0x201D, "\""),
          Map.entry(0x201E, "\""),
          Map.entry(0x2033, "\""),
          Map.entry(0x00AB, "\""),
          Map.entry(0x00BB, "\""),
          Map.entry(0x2010, "-"),
          Map.entry(0x2011, "-"),
          Map.entry(0x2012, "-"),
          Map.entry(0x2013, "-"),
          Map.entry(0x2014, "-"),
          Map.entry(0x2212, "-"),
          Map.entry(0x2026, "..."),
          Map.entry(0x2022, "-"),
          Map.entry(0x00A0, " "),
          Map.entry(0x2009, " "),
          Map.entry(0x202F, " "),
          Map.entry(0x0009, " "),
          Map.entry(0x200B, ""),
          Map.entry(0xFEFF, ""));

  private SmsText() {}

  /**
   * The same words, with typographic characters exchanged for plain ones where that alone makes it
   * GSM-7: one curly quote must not double a message's price. Other texts stay as they are.
   */
  public static String plain(String text) {
    String plain =
        text.codePoints()
            .mapToObj(c -> PLAIN.getOrDefault(c, Character.toString(c)))
            .collect(Collectors.joining());
    return isGsm(plain) ? plain : text;
  }

  /** How many segments a text takes, at least one. */
  public static int segments(String text) {
    if (isGsm(text)) {
      int places = text.length() + (int) text.chars().filter(SmsText::isExtension).count();
      return places <= 160 ? 1 : (places + 152) / 153;
    }
    return text.length() <= 70 ? 1 : (text.length() + 66) / 67;
  }

  private static boolean isGsm(String text) {
    return text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || isExtension(c));
  }

  private static boolean isExtension(int c) {
    return EXTENSION.indexOf(c) >= 0;
  }
}
