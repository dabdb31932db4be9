package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Occasion;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody wants to have as a goal. Private: never printed.
 *
 * @param value what is to be counted, when the words name a number; of a goal that comes again, for
 *     each day or week
 */
record Wanted(String title, Optional<BigDecimal> value, Optional<LocalDate> due) {
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?<![\\d.,:])(?<!every )(?<!alle )(?<!cada )(?<!les )(?<!每)(?<!हर )(?<!كل )(\\d{1,6}(?:[.,]\\d{1,2})?) ?(?!\\d|[.,:/%-]|am\\b|pm\\b|o'clock|uhr|hours?\\b|hrs?\\b|minutes?\\b|mins?\\b|min\\b|h\\b"
              + "|horas?\\b|minutos?\\b|heures?\\b|stunden?\\b|minuten?\\b|weeks?\\b|months?\\b|semanas?\\b|meses\\b|semaines?\\b|mois\\b|wochen?\\b|monate?n?\\b"
              + "|点|小时|分钟|周|个月|बजे|घंट|मिनट|हफ़्त|महीन|ساع|دقيق|اسبوع|أسبوع|شهر)(?=\\S)");

  /** A distance to be covered at once is nothing that adds up. */
  private static final Pattern DISTANCE =
      Pattern.compile(
          "(?<!\\d)\\d{1,2} ?(?:k|kms?|kilomet\\p{L}*|miles?|公里|千米|किमी|किलोमीटर|كم|كيلو\\p{L}*)(?![\\p{L}\\p{M}])",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AT_A_TIME =
      Pattern.compile("(?:\\bat|\\bum|\\ba las?|\\bàs|\\bà|الساعة) \\d");

  /** Reads title, number and date out of the words that follow "my goal is". */
  static Wanted read(String words, Occasion occasion, DateReader dates) {
    DateReader.Dated dated =
        dates.split(words, occasion.language(), occasion.person().region(), occasion.today());
    String title = trimmed(dated.rest());
    String latin = Figures.latin(title);
    boolean counts = !AT_A_TIME.matcher(title).find() && !DISTANCE.matcher(latin).find();
    Optional<BigDecimal> value =
        COUNTED
            .matcher(latin.toLowerCase(Locale.ROOT))
            .results()
            .findFirst()
            .filter(_ -> counts)
            .flatMap(found -> Figures.decimal(found.group(1)))
            .filter(number -> number.compareTo(BigDecimal.ONE) > 0);
    return new Wanted(title, value, dated.date());
  }

  private static String trimmed(String words) {
    return words.replaceAll("^[\\s\"'“”„«»:,。，.-]+|[\\s\"'“”„«»:,。，.!-]+$", "");
  }

  @Override
  public String toString() {
    return "Wanted[goal]";
  }
}
