package ai.therapysync.gateway.model.encoder;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the pieces of words that a BERT model without case was taught with: small
 * letters without accents, then the longest known piece first.
 */
final class WordPieces {
  /** The model knows 512 pieces; a message's beginning tells, and time is limited. */
  private static final int MOST = 128;

  private static final int LONGEST_WORD = 100;
  private static final int LONGEST_TEXT = 1_000;

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final int unknown;
  private final int start;
  private final int end;

  /** With the tokenizer's file as the model's makers publish it. */
  WordPieces(JsonNode tokenizer) {
    tokenizer
        .path("model")
        .path("vocab")
        .properties()
        .forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().intValue()));
    this.unknown = known("[UNK]");
    this.start = known("[CLS]");
    this.end = known("[SEP]");
  }

  /** The numbers of a text's pieces, between those of start and end. */
  long[] of(String text) {
    List<Integer> pieces = new ArrayList<>();
    pieces.add(start);
    for (String word : words(text)) {
      cut(word, pieces);
    }
    List<Integer> kept = pieces.subList(0, Math.min(pieces.size(), MOST - 1));
    kept.add(end);
    return kept.stream().mapToLong(Integer::longValue).toArray();
  }

  private static List<String> words(String text) {
    String start = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    String plain =
        Normalizer.normalize(start.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{Mn}", "");
    StringBuilder spaced = new StringBuilder();
    plain.codePoints().forEach(c -> space(c, spaced));
    return List.of(spaced.toString().strip().split("\\s+"));
  }

  private static void space(int c, StringBuilder out) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      out.append(' ');
      return;
    }
    if (isPunctuation(c) || Character.isIdeographic(c)) {
      out.append(' ').appendCodePoint(c).append(' ');
      return;
    }
    boolean hidden =
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.PRIVATE_USE,
              Character.SURROGATE,
              Character.UNASSIGNED ->
              true;
          default -> c == 0xFFFD;
        };
    if (!hidden) {
      out.appendCodePoint(c);
    }
  }

  private static boolean isPunctuation(int c) {
    boolean ascii = c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    return ascii
        || switch (Character.getType(c)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }

  private void cut(String word, List<Integer> pieces) {
    if (word.isEmpty()) {
      return;
    }
    List<Integer> found = new ArrayList<>();
    int from = 0;
    while (from < word.length() && word.length() <= LONGEST_WORD) {
      int to = word.length();
      Integer piece = vocabulary.get(piece(word, from, to));
      while (piece == null && to > from + 1) {
        to--;
        piece = vocabulary.get(piece(word, from, to));
      }
      if (piece == null) {
        break;
      }
      found.add(piece);
      from = to;
    }
    if (from < word.length()) {
      pieces.add(unknown);
      return;
    }
    pieces.addAll(found);
  }

  private static String piece(String word, int from, int to) {
    String part = word.substring(from, to);
    return from == 0 ? part : "##" + part;
  }

  private int known(String piece) {
    Integer number = vocabulary.get(piece);
    if (number == null) {
      throw new IllegalArgumentException("The encoder's vocabulary lacks " + piece);
    }
    return number;
  }
}
