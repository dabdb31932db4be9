package ai.therapysync.conversation.person;

import ai.therapysync.conversation.hours.BusinessHours;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A person's {@code whatsapp_config}: every value usable, whatever the row holds.
 *
 * @param responseDelay 0 to 3600 seconds
 * @param hours when answers are written
 */
public record Settings(
    String personalityId,
    Duration responseDelay,
    BusinessHours hours,
    boolean autoResponses,
    boolean crisisEscalation,
    boolean encryption) {

  private static final int USUAL_DELAY = 2;
  private static final int LONGEST_DELAY = 3600;

  /** What the column defaults say, for someone without a row. */
  public static Settings standard() {
    return new Settings("default", Duration.ofSeconds(2), BusinessHours.always(), true, true, true);
  }

  /** A row as it stands in the database: anybody may have written it, so anything may be absent. */
  public record Row(
      Optional<String> personalityId,
      Optional<Integer> delaySeconds,
      Hours hours,
      Optional<Boolean> autoResponses,
      Optional<Boolean> crisisEscalation,
      Optional<Boolean> encryption) {}

  /** The columns that begin with {@code business_}. */
  public record Hours(
      Optional<Boolean> enabled,
      Optional<LocalTime> start,
      Optional<LocalTime> end,
      Optional<String> timezone) {}

  /**
   * Settings as far as a row made sense.
   *
   * @param unknownTimezone the time zone's text when no such zone is known: UTC is used, and the
   *     person's timeline says so
   */
  public record Reading(Settings settings, Optional<String> unknownTimezone) {}

  /** Reads a row; what is absent or out of range becomes its default or the nearest bound. */
  public static Reading of(Row row) {
    Optional<String> named = row.hours().timezone().map(String::strip).filter(t -> !t.isEmpty());
    Optional<ZoneId> zone = named.flatMap(Settings::zone);
    Settings settings =
        new Settings(
            row.personalityId().map(String::strip).filter(id -> !id.isEmpty()).orElse("default"),
            delay(row.delaySeconds().orElse(USUAL_DELAY)),
            new BusinessHours(range(row.hours()), zone.orElse(ZoneOffset.UTC)),
            row.autoResponses().orElse(true),
            row.crisisEscalation().orElse(true),
            row.encryption().orElse(true));
    return new Reading(settings, zone.isPresent() ? Optional.empty() : named);
  }

  private static Duration delay(int seconds) {
    return Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_DELAY));
  }

  private static Optional<BusinessHours.Range> range(Hours hours) {
    boolean enabled = hours.enabled().orElse(false);
    return enabled
        ? hours
            .start()
            .flatMap(start -> hours.end().map(end -> new BusinessHours.Range(start, end)))
        : Optional.empty();
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
