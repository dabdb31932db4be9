package ai.therapysync.gateway.work;

import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.conversation.NightBook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of the night, once for all nodes: yesterday's figures, streaks that broke, and what is
 * worth saying to people, person by person in transactions of their own, and the house's own
 * chores. It works for a few seconds and comes again at once, so that a node may stop at any time.
 */
public final class Nightly {
  private static final Logger LOG = LoggerFactory.getLogger(Nightly.class);
  private static final LocalTime BEGINS = LocalTime.of(3, 0);
  private static final Duration AT_A_TIME = Duration.ofSeconds(4);
  private static final int PEOPLE_AT_A_TIME = 50;

  private final NightBook book;
  private final List<Chore> chores;
  private final InstantSource clock;

  /** Something else that is done every night, once for all nodes. */
  public interface Chore {
    /** In a few words, for the log. */
    String name();

    /** Works for some seconds at most; false while there is more to do. */
    boolean work();
  }

  /** With what is written down at night, and what is done after it. */
  public Nightly(NightBook book, List<Chore> chores, InstantSource clock) {
    this.book = book;
    this.chores = List.copyOf(chores);
    this.clock = clock;
  }

  /** When the first night after that begins. */
  static Instant next(Instant now) {
    Instant today =
        now.atOffset(ZoneOffset.UTC).toLocalDate().atTime(BEGINS).toInstant(ZoneOffset.UTC);
    return today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
  }

  /** The night that has begun last. */
  private static LocalDate night(Instant now) {
    return next(now).atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
  }

  /**
   * Works for a while.
   *
   * @return when to go on
   */
  Instant work() {
    Instant now = clock.instant();
    LocalDate night = night(now);
    if (book.isFinished(night)) {
      return next(now);
    }
    book.figures(night, now);
    if (book.endStreaks(night)) {
      return now;
    }
    List<UUID> people = book.next(night, PEOPLE_AT_A_TIME, now);
    if (people.isEmpty()) {
      if (!chores.stream().allMatch(Nightly::isDone)) {
        return now;
      }
      book.finished(night, now);
      LOG.info("The work of the night {} is done", night);
      return next(now);
    }
    think(people, night, now);
    return now;
  }

  /** One that fails waits for the next night, and keeps the others from nothing. */
  private static boolean isDone(Chore chore) {
    try {
      return chore.work();
    } catch (RuntimeException e) {
      LOG.warn("The night leaves out: {}: {}", chore.name(), Failures.describe(e));
      return true;
    }
  }

  private void think(List<UUID> people, LocalDate night, Instant now) {
    long end = System.nanoTime() + AT_A_TIME.toNanos();
    for (UUID person : people) {
      try {
        book.think(person, now);
      } catch (RuntimeException e) {
        // One person's rows must not keep the night from the others.
        LOG.warn("The night skips a person: {}", Failures.describe(e));
      }
      book.reached(night, person);
      if (System.nanoTime() > end) {
        return;
      }
    }
  }
}
