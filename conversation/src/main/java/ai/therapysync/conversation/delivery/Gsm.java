package ai.therapysync.conversation.delivery;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The GSM 03.38 alphabet of text messages, and plain equivalents for typographic characters. */
public final class Gsm {
  private static final Set<Integer> BASIC =
      codePoints(
          "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
              + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà");
  private static final Set<Integer> EXTENSION = codePoints("\f^{}\\[~]|€");
  private static final Map<Integer, String> PLAIN = equivalents();

  private Gsm() {}

  /** Whether every character of the text is in the alphabet or its extension. */
  public static boolean canWrite(String text) {
    return text.codePoints().allMatch(c -> BASIC.contains(c) || EXTENSION.contains(c));
  }

  /** How many septets a character of the alphabet takes: extension characters take two. */
  static int septets(int codePoint) {
    return EXTENSION.contains(codePoint) ? 2 : 1;
  }

  /**
   * Exchanges typographic quotes, dashes, dots and spaces for plain ones, so that a single one of
   * them does not double a message's price. Letters are left as they are: an accent is spelling.
   */
  public static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          String equivalent = PLAIN.get(c);
          if (equivalent == null) {
            plain.appendCodePoint(c);
            return;
          }
          plain.append(equivalent);
        });
    return plain.toString();
  }

  private static Set<Integer> codePoints(String text) {
    Set<Integer> found = new TreeSet<>();
    text.codePoints().forEach(found::add);
    return found;
  }

  private static Map<Integer, String> equivalents() {
    Map<Integer, String> map = new TreeMap<>();
    codePoints("\u2018\u2019\u201A\u201B\u2032\u00B4`\u02BC").forEach(c -> map.put(c, "'"));
    codePoints("\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB").forEach(c -> map.put(c, "\""));
    codePoints("\u2010\u2011\u2012\u2013\u2014\u2015\u2212").forEach(c -> map.put(c, "-"));
    codePoints("\u00A0\u2002\u2003\u2007\u2008\u2009\u200A\u202F\t").forEach(c -> map.put(c, " "));
    codePoints("\u2028\u2029").forEach(c -> map.put(c, "\n"));
    codePoints("\u200B\u2060\uFEFF\u00AD").forEach(c -> map.put(c, ""));
    map.put(0x2026, "...");
    map.put(0x2022, "-");
    return map;
  }
}
