package ai.therapysync.conversation.reply;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One phrase of a lexicon, in the form in which texts are compared.
 *
 * @param sought its words, with a space where a word must begin or end
 * @param words how many there are
 */
record Phrase(Use use, String sought, int words) {
  private static final Pattern ARABIC = Pattern.compile(" \\p{IsArabic}");

  /** What follows where it is found. */
  enum Use {
    /** It shows what its list is about. */
    SHOWS,
    /** It does so only at the beginning of what was written: "^no". */
    SHOWS_FIRST,
    /** It does so only when it is all that was written: "=stop". */
    SHOWS_ALONE,
    /** It means something else, and is passed over for its list: "!sick of it". */
    MEANS_SOMETHING_ELSE
  }

  /** Reads a phrase as it is written in a list, and spells it as the texts are. */
  static Phrase of(String written, UnaryOperator<String> spelling) {
    Use use =
        switch (written.charAt(0)) {
          case '^' -> Use.SHOWS_FIRST;
          case '=' -> Use.SHOWS_ALONE;
          case '!' -> Use.MEANS_SOMETHING_ELSE;
          default -> Use.SHOWS;
        };
    String phrase = use == Use.SHOWS ? written : written.substring(1);
    String bare = spelling.apply(Wording.words(phrase)).strip();
    String begin = phrase.startsWith("*") ? "" : " ";
    String end = phrase.endsWith("*") ? "" : " ";
    return new Phrase(use, begin + bare + end, bare.split(" ").length);
  }

  /** The phrase, and as it is written after an Arabic "and": that has no space behind it. */
  Stream<Phrase> joined() {
    boolean arabic = sought.strip().length() > 2 && ARABIC.matcher(sought).lookingAt();
    return arabic ? Stream.of(this, after("\u0648"), after("\u0641")) : Stream.of(this);
  }

  private Phrase after(String conjunction) {
    return new Phrase(use, " " + conjunction + sought.substring(1), words);
  }

  /** Whether it shows in these words what its list is about. */
  boolean shows(String text) {
    return switch (use) {
      case SHOWS -> text.contains(sought);
      case SHOWS_FIRST -> text.startsWith(sought);
      case SHOWS_ALONE -> text.equals(sought);
      case MEANS_SOMETHING_ELSE -> false;
    };
  }

  /** The words without those that it says to pass over. */
  String passOver(String text) {
    return use == Use.MEANS_SOMETHING_ELSE ? text.replace(sought, " ") : text;
  }
}
