package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes down of what operators are alarmed, in the transaction of what it is about. */
public final class OperatorAlerts {
  private static final Duration KEPT = Duration.ofDays(90);

  private static final String INSERT =
      """
      INSERT INTO gateway.operator_alerts
        (id, at, reason, reference, incident_id, user_id, level, webhook)
      SELECT :id, :now, :reason, :reference, CAST(:incident AS uuid), coalesce(CAST(:person AS uuid),
          (SELECT ci.user_id FROM public.crisis_interventions ci WHERE ci.id = :incident)),
        (SELECT e.level FROM gateway.escalations e WHERE e.incident_id = :incident), :webhook
      """;

  private final boolean byWebhook;

  /** Whether a webhook tells operators, too. */
  public OperatorAlerts(boolean byWebhook) {
    this.byWebhook = byWebhook;
  }

  void raise(Handle handle, Effect.AlarmOperators alarm, Instant now) {
    UUID id = UUID.randomUUID();
    handle
        .createUpdate(INSERT)
        .bind("id", id)
        .bind("now", Rows.at(now))
        .bind("reason", alarm.reason().name().toLowerCase(Locale.ROOT))
        .bind("reference", alarm.subject().reference())
        .bind("incident", incident(alarm.subject()).orElse(null))
        .bind("person", person(alarm.subject()).orElse(null))
        .bind("webhook", byWebhook ? "waiting" : "off")
        .execute();
    if (byWebhook) {
      Agenda.alert(handle, id, now);
    }
  }

  static void forget(Handle handle, Instant now) {
    handle
        .createUpdate("DELETE FROM gateway.operator_alerts WHERE at < :before")
        .bind("before", Rows.at(now.minus(KEPT)))
        .execute();
  }

  private static Optional<UUID> incident(AlertSubject subject) {
    return subject instanceof AlertSubject.OfIncident(UUID id) ? Optional.of(id) : Optional.empty();
  }

  private static Optional<UUID> person(AlertSubject subject) {
    return subject instanceof AlertSubject.OfPerson(UUID id) ? Optional.of(id) : Optional.empty();
  }
}
