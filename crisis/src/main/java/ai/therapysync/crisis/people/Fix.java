package ai.therapysync.crisis.people;

import java.time.Instant;
import java.util.Locale;

/**
 * Where a person has said that they are: a place on the earth in degrees, and when they sent it.
 * Private: never printed.
 */
public record Fix(double latitude, double longitude, Instant at) {
  private static final int CLOSE = 17;

  public Fix {
    if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
      throw new IllegalArgumentException("No such place is on the earth");
    }
  }

  /** As one reads them out to an emergency service: {@code 52.51630, 13.37770}. */
  public String coordinates() {
    return degrees(latitude) + ", " + degrees(longitude);
  }

  /** Where a map of it opens, in any browser. */
  public String map() {
    return "https://www.openstreetmap.org/?mlat="
        + degrees(latitude)
        + "&mlon="
        + degrees(longitude)
        + "&zoom="
        + CLOSE;
  }

  /** A metre is the fifth digit: more would only be harder to read out. */
  private static String degrees(double angle) {
    return String.format(Locale.ROOT, "%.5f", angle);
  }

  @Override
  public String toString() {
    return "Fix[private]";
  }
}
