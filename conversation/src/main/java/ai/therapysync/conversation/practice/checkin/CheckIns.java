package ai.therapysync.conversation.practice.checkin;

import ai.therapysync.conversation.person.Person;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When the daily question comes, whether it fits, and its words. */
public final class CheckIns {
  /** One that is later than this would only puzzle. */
  private static final Duration LATE = Duration.ofHours(2);

  /** Who wrote so lately needs no question. */
  private static final Duration TALKED = Duration.ofHours(3);

  /** Who has been silent for so long is left in peace until they write again. */
  private static final Duration SILENT = Duration.ofDays(8);

  private final Phrasebook texts = Phrasebook.load(CheckIns.class, "checkin");

  /**
   * What is known when it is due.
   *
   * @param due when it was to be asked
   * @param wrote when the person wrote last
   * @param since when they switched it on
   * @param free no human holds the conversation, no danger is near, nobody has opted out
   */
  public record Moment(
      Person person, Instant due, Optional<Instant> wrote, Instant since, boolean free) {}

  /** The first time after that instant; where clocks are set forward over it, at the change. */
  public static Instant next(LocalTime at, ZoneId zone, Instant after) {
    LocalDate today = after.atZone(zone).toLocalDate();
    return Stream.of(today, today.plusDays(1), today.plusDays(2))
        .map(day -> day.atTime(at).atZone(zone).toInstant())
        .filter(time -> time.isAfter(after))
        .findFirst()
        .orElseThrow();
  }

  /** The first time on another day than the one that is due now. */
  public static Instant following(LocalTime at, ZoneId zone, Instant due, Instant now) {
    Instant dayEnd = due.atZone(zone).toLocalDate().atTime(LocalTime.MAX).atZone(zone).toInstant();
    return next(at, zone, dayEnd.isAfter(now) ? dayEnd : now);
  }

  /** Whether it is asked now. */
  public boolean fits(Moment moment, Instant now) {
    Instant heard = moment.wrote().filter(moment.since()::isBefore).orElse(moment.since());
    return moment.free()
        && moment.person().settings().autoResponses()
        && !moment.due().plus(LATE).isBefore(now)
        && moment.person().settings().hours().isOpen(now)
        && moment.wrote().filter(wrote -> wrote.plus(TALKED).isAfter(now)).isEmpty()
        && heard.plus(SILENT).isAfter(now);
  }

  /**
   * The words of that day; they change from day to day.
   *
   * @param measures whether a mood from 1 to 10 is asked for
   */
  public String words(Language language, LocalDate day, boolean measures) {
    String hello = of(language, "hello.", day.toEpochDay());
    String space = language == Language.CHINESE ? "" : " ";
    return hello + space + of(language, measures ? "ask." : "open.", day.toEpochDay() + 1);
  }

  private String of(Language language, String kind, long number) {
    List<String> keys = texts.keys(Language.ENGLISH, kind);
    return texts.say(language, keys.get((int) Math.floorMod(number, (long) keys.size())));
  }
}
