package ai.therapysync.conversation.delivery;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text message is cut and priced: 160 GSM-7 septets, or 153 a segment when there are several;
 * 70 UCS-2 units, or 67 a segment.
 */
public final class Segments {
  /** The alphabet a text message is sent in. */
  public enum Encoding {
    GSM_7("GSM-7", 160, 153),
    UCS_2("UCS-2", 70, 67);

    private final String word;
    private final int alone;
    private final int joined;

    Encoding(String word, int alone, int joined) {
      this.word = word;
      this.alone = alone;
      this.joined = joined;
    }

    /** As the field writes it. */
    public String word() {
      return word;
    }
  }

  private static final int SMALLEST_LIMIT = 20;

  private Segments() {}

  /** GSM-7 when every character is in that alphabet, else UCS-2. */
  public static Encoding encoding(String text) {
    return Gsm.canWrite(text) ? Encoding.GSM_7 : Encoding.UCS_2;
  }

  /** How many segments the text is sent in; a character is never cut in two by a segment's end. */
  public static int count(String text) {
    Encoding encoding = encoding(text);
    if (text.codePoints().map(c -> units(c, encoding)).sum() <= encoding.alone) {
      return 1;
    }
    int segments = 1;
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      int units = units(c, encoding);
      if (used + units > encoding.joined) {
        segments++;
        used = 0;
      }
      used += units;
    }
    return segments;
  }

  /**
   * Cuts a text that is longer than {@code limit} into parts that begin with {@code (1/3)}: at
   * sentence ends where possible, else between words, else between characters.
   *
   * @param limit in UTF-16 units, as providers count; at least 20
   */
  public static List<String> split(String text, int limit) {
    if (limit < SMALLEST_LIMIT) {
      throw new IllegalArgumentException("A message must hold at least 20 characters");
    }
    String whole = text.strip();
    if (whole.length() <= limit) {
      return List.of(whole);
    }
    int digits = 1;
    List<String> parts = cut(whole, limit - mark(digits));
    while (Integer.toString(parts.size()).length() > digits) {
      digits++;
      parts = cut(whole, limit - mark(digits));
    }
    return numbered(parts);
  }

  private static int units(int codePoint, Encoding encoding) {
    return switch (encoding) {
      case GSM_7 -> Gsm.septets(codePoint);
      case UCS_2 -> Character.charCount(codePoint);
    };
  }

  private static int mark(int digits) {
    return "(/) ".length() + 2 * digits;
  }

  private static List<String> numbered(List<String> parts) {
    List<String> numbered = new ArrayList<>();
    for (String part : parts) {
      numbered.add("(" + (numbered.size() + 1) + "/" + parts.size() + ") " + part);
    }
    return numbered;
  }

  private static List<String> cut(String whole, int room) {
    List<String> parts = new ArrayList<>();
    String rest = whole;
    while (rest.length() > room) {
      int end = end(rest, room);
      String part = rest.substring(0, end).strip();
      if (!part.isEmpty()) {
        parts.add(part);
      }
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      parts.add(rest);
    }
    return parts;
  }

  /** The cut is looked for in what fits and a little beyond, so that a long text stays cheap. */
  private static int end(String rest, int room) {
    String near = rest.substring(0, Math.min(rest.length(), room + 32));
    int sentence = before(BreakIterator.getSentenceInstance(ULocale.ROOT), near, room);
    if (sentence > room / 3) {
      return sentence;
    }
    int word = before(BreakIterator.getLineInstance(ULocale.ROOT), near, room);
    if (word > room / 3) {
      return word;
    }
    int character = before(BreakIterator.getCharacterInstance(ULocale.ROOT), near, room);
    if (character > 0) {
      return character;
    }
    return Character.isHighSurrogate(rest.charAt(room - 1)) ? room - 1 : room;
  }

  private static int before(BreakIterator breaks, String text, int room) {
    breaks.setText(text);
    return breaks.isBoundary(room) ? room : breaks.preceding(room);
  }
}
