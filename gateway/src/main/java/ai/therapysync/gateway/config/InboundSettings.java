package ai.therapysync.gateway.config;

import java.time.Duration;
import java.util.Optional;

/**
 * What is done about messages that come in, beside answering them.
 *
 * @param keepMedia how long pictures, voice notes and documents are kept; empty: none are fetched
 * @param metaMarksRead Meta's read receipts
 * @param metaTypes Meta's "writing …"
 * @param twilioTypes Twilio's "writing …"
 */
public record InboundSettings(
    Optional<Duration> keepMedia, boolean metaMarksRead, boolean metaTypes, boolean twilioTypes) {
  private static final Duration USUAL = Duration.ofDays(30);
  private static final Duration LONGEST = Duration.ofDays(365);

  /** On or off. */
  private enum Switch {
    OFF,
    ON
  }

  /** Media are kept for 30 days, and nobody is told that they are read. */
  public static InboundSettings usual() {
    return new InboundSettings(Optional.of(USUAL), false, false, false);
  }

  static InboundSettings read(Values values) {
    Duration keep =
        values
            .parsed(
                "MEDIA_KEEP",
                "must be P1D to P365D, such as P30D, or PT0S for never",
                InboundSettings::keep)
            .orElse(USUAL);
    return new InboundSettings(
        Optional.of(keep).filter(Duration::isPositive),
        isOn(values, "META_MARK_READ"),
        isOn(values, "META_TYPING"),
        isOn(values, "TWILIO_TYPING"));
  }

  private static Optional<Duration> keep(String text) {
    return Optional.of(Duration.parse(text))
        .filter(time -> time.isZero() || time.compareTo(Duration.ofDays(1)) >= 0)
        .filter(time -> time.compareTo(LONGEST) <= 0);
  }

  private static boolean isOn(Values values, String name) {
    return values.word(name, Switch.class, Switch.OFF) == Switch.ON;
  }
}
