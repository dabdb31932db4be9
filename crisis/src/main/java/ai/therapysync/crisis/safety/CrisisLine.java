package ai.therapysync.crisis.safety;

import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number that people in danger can reach, and how we know of it.
 *
 * @param organisation who answers, in the name by which they are known in their country
 * @param number as it is dialled inside the country
 */
public record CrisisLine(
    Kind kind,
    String organisation,
    String number,
    Optional<TextLine> text,
    Opening opening,
    Provenance provenance) {

  /** What a line is for. */
  public enum Kind {
    CRISIS,
    ABUSE,
    CHILD,
    EMERGENCY,
    AMBULANCE,
    POLICE,
    POISON;

    /** The word used in the data file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Where one can write instead of calling.
   *
   * @param word the word to send; empty when any will do
   */
  public record TextLine(Optional<String> word, String number) {}

  /**
   * When a line answers, and in which languages.
   *
   * @param hours {@code 24/7}, or local hours such as {@code 9-24}; {@code -} when not known
   * @param languages ISO 639-1, the main one first
   */
  public record Opening(String hours, List<String> languages) {
    public Opening {
      languages = List.copyOf(languages);
    }

    /** Whether it answers day and night. */
    public boolean always() {
      return hours.equals("24/7");
    }

    /** The hours, when a person should know that it is not open at all of them. */
    public Optional<String> part() {
      return always() || hours.equals("-") ? Optional.empty() : Optional.of(hours);
    }
  }

  /**
   * Where we know the line from.
   *
   * @param publisher who published the page
   * @param dated the month of the page; empty where it bears none
   * @param checked the day on which the line was compared with the page
   */
  public record Provenance(
      String publisher, URI page, Optional<YearMonth> dated, LocalDate checked) {}
}
