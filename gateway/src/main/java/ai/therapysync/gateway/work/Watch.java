package ai.therapysync.gateway.work;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.notice.Notice.Reason;
import ai.therapysync.persistence.crisis.AlarmBook;
import ai.therapysync.persistence.crisis.AlarmBook.Alarm;
import ai.therapysync.persistence.crisis.WatchBook;
import ai.therapysync.persistence.crisis.WatchBook.Sighting;
import ai.therapysync.persistence.crisis.WatchBook.Stuck;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gateway's look at itself, every 30 s and once for all nodes: ladders that stand still, pages
 * without receipt, crisis work that waits, providers that take nothing. It sets lost timers again,
 * keeps the figures and alarms operators; a line in the log says the same, in case it is mail that
 * is down.
 */
public final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** How often it looks. */
  static final Duration EVERY = Duration.ofSeconds(30);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
  private static final Duration WAITS_TOO_LONG = Duration.ofSeconds(60);
  private static final Duration ONCE_IN = Duration.ofMinutes(2);

  /** A flood of mails tells less than a few. */
  private static final int MOST_OF_A_KIND = 5;

  private final WatchBook book;
  private final AlarmBook alarms;
  private final InstantSource clock;
  private final WatchMeters meters;
  private final Supplier<Set<Provider>> paused;
  private final AtomicReference<Instant> lookedAway = new AtomicReference<>(Instant.MIN);

  /**
   * With what is looked at, who is told, and where the figures stand.
   *
   * @param paused the providers that fail so often that this node gives them a pause
   */
  public Watch(
      WatchBook book,
      AlarmBook alarms,
      InstantSource clock,
      WatchMeters meters,
      Supplier<Set<Provider>> paused) {
    this.paused = paused;
    this.book = book;
    this.alarms = alarms;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Looks once.
   *
   * @param due when it was to look; if that is long past, all work was asleep and is about to catch
   *     up, so that lateness alone is no alarm yet
   * @return when to look again
   */
  Instant look(Instant due) {
    Instant now = clock.instant();
    Sighting seen = book.look(now).without(paused.get());
    meters.seen(seen, now);
    seen.stuck().stream().filter(Stuck::timerLost).forEach(stuck -> book.restoreTimer(stuck, now));
    boolean asleep = wasAsleep(due, now);
    for (Alarm alarm : alarms.raise(asleep ? lostTimers(seen) : all(seen), now)) {
      LOG.error("Operators are alarmed: {} {}", word(alarm.reason()), alarm.subject());
    }
    return now.plus(asleep ? LOOK_AGAIN : EVERY);
  }

  /** Once only: whoever is always late is what one is alarmed of. */
  private boolean wasAsleep(Instant due, Instant now) {
    if (due.plus(EVERY).isAfter(now) || lookedAway.get().plus(ONCE_IN).isAfter(now)) {
      return false;
    }
    lookedAway.set(now);
    return true;
  }

  private static List<Alarm> lostTimers(Sighting seen) {
    return incidents(
        Reason.LADDER_STUCK,
        seen.stuck().stream().filter(Stuck::timerLost).map(Stuck::incident).toList());
  }

  private static List<Alarm> all(Sighting seen) {
    List<Alarm> all = new ArrayList<>();
    all.addAll(incidents(Reason.LADDER_STUCK, seen.stuck().stream().map(Stuck::incident).toList()));
    all.addAll(incidents(Reason.PAGE_UNCONFIRMED, seen.unconfirmed()));
    if (seen.queueAge().compareTo(WAITS_TOO_LONG) > 0) {
      all.add(Alarm.of(Reason.QUEUE_SLOW, "crisis-queue"));
    }
    seen.providers()
        .forEach((provider, up) -> {
          if (!up) {
            all.add(Alarm.of(Reason.PROVIDER_DOWN, provider.word()));
          }
        });
    return all;
  }

  private static List<Alarm> incidents(Reason reason, List<IncidentId> incidents) {
    return incidents.stream()
        .distinct()
        .limit(MOST_OF_A_KIND)
        .map(incident -> Alarm.of(reason, incident))
        .toList();
  }

  private static String word(Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }
}
