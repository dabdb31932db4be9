package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.persistence.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Alarms of the watch: at the first sight, and every 15 minutes while it lasts, never more. */
public final class AlarmBook {
  private static final Duration AGAIN_AFTER = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

  private static final String NOTE =
      """
      INSERT INTO gateway.watch_alarms AS a (reason, subject, first_at, last_at, alarmed_at)
      VALUES (:reason, :subject, :now, :now, :now)
      ON CONFLICT (reason, subject) DO UPDATE SET last_at = EXCLUDED.last_at,
        alarmed_at = CASE WHEN a.alarmed_at <= :before THEN EXCLUDED.alarmed_at
          ELSE a.alarmed_at END
      RETURNING alarmed_at = CAST(:now AS timestamptz)
      """;

  private final Jdbi jdbi;
  private final Incidents incidents;
  private final OperatorMails operators;
  private final CrisisDesk desk;

  /** With where mails are written, to whom, and their words. */
  public AlarmBook(Jdbi jdbi, Incidents incidents, OperatorMails operators, CrisisDesk desk) {
    this.jdbi = jdbi;
    this.incidents = incidents;
    this.operators = operators;
    this.desk = desk;
  }

  /**
   * Something that operators must see to.
   *
   * @param subject the incident's id, or a word for a part of the gateway
   * @param incident where it is about one
   */
  public record Alarm(Notice.Reason reason, String subject, Optional<IncidentId> incident) {
    /** About an incident. */
    public static Alarm of(Notice.Reason reason, IncidentId incident) {
      return new Alarm(reason, incident.toString(), Optional.of(incident));
    }

    /** About a part of the gateway. */
    public static Alarm of(Notice.Reason reason, String subject) {
      return new Alarm(reason, subject, Optional.empty());
    }
  }

  /**
   * Mails those that are new, or that last.
   *
   * @return those that were mailed
   */
  public List<Alarm> raise(List<Alarm> alarms, Instant now) {
    return jdbi.inTransaction(handle -> {
      List<Alarm> due = alarms.stream().filter(alarm -> isDue(handle, alarm, now)).toList();
      due.forEach(alarm -> mail(handle, alarm, now));
      forget(handle, now);
      return due;
    });
  }

  private static boolean isDue(Handle handle, Alarm alarm, Instant now) {
    return handle
        .createQuery(NOTE)
        .bind("reason", alarm.reason().name().toLowerCase(Locale.ROOT))
        .bind("subject", alarm.subject())
        .bind("now", Rows.at(now))
        .bind("before", Rows.at(now.minus(AGAIN_AFTER)))
        .mapTo(Boolean.class)
        .one();
  }

  private void mail(Handle handle, Alarm alarm, Instant now) {
    AlertSubject subject =
        alarm
            .incident()
            .<AlertSubject>map(id -> new AlertSubject.OfIncident(id.value()))
            .orElseGet(() -> new AlertSubject.OfPart(alarm.subject()));
    desk.alarm(alarm.reason(), subject, operators.list(handle))
        .forEach(effect -> incidents.follow(handle, effect, now));
  }

  private static void forget(Handle handle, Instant now) {
    handle
        .createUpdate("DELETE FROM gateway.watch_alarms WHERE last_at < :before")
        .bind("before", Rows.at(now.minus(FORGOTTEN_AFTER)))
        .execute();
    OperatorAlerts.forget(handle, now);
  }
}
