package ai.therapysync.persistence.views;

import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What the console's live view looks at every two seconds: ids and states, nothing private. */
public final class LiveView {
  private static final Duration ALARM_LASTS = Duration.ofMinutes(2);

  /** Transactions that began before we looked may still be about to commit. */
  private static final Duration COMMITS_WITHIN = Duration.ofSeconds(10);

  private final Database database;

  /** With the database, as its owner. */
  public LiveView(Database database) {
    this.database = database;
  }

  /**
   * What is so now.
   *
   * @param incidents that are open, by id, each with a word that changes whenever it does
   * @param humans people who wait for a human
   * @param channels providers that take nothing
   * @param messages of the last seconds, whoever wrote them, by id, each with whose it is
   */
  public record Sight(
      Map<String, String> incidents,
      Set<String> humans,
      Set<String> channels,
      Map<String, String> messages) {
    public Sight {
      incidents = Map.copyOf(incidents);
      humans = Set.copyOf(humans);
      channels = Set.copyOf(channels);
      messages = Map.copyOf(messages);
    }
  }

  /** Looks. */
  public Sight look(Instant now) {
    return database
        .jdbi()
        .withHandle(handle ->
            new Sight(
                incidents(handle), humans(handle), channels(handle, now), messages(handle, now)));
  }

  private static Map<String, String> incidents(Handle handle) {
    return pairs(
        handle.createQuery(
            """
            SELECT ci.id::text AS key, concat_ws(':', ci.status, e.state, e.level, e.step, e.round,
              e.accepted, e.responder_contact, e.responder_operator, e.updated_at,
              (SELECT max(n.id) FROM gateway.incident_events n WHERE n.incident_id = ci.id),
              (SELECT max(d.updated_at) FROM gateway.outbox o
                JOIN gateway.deliveries d ON d.outbox_id = o.id
                WHERE o.incident_id = ci.id)) AS value
            FROM public.crisis_interventions ci
            LEFT JOIN gateway.escalations e ON e.incident_id = ci.id WHERE %s
            """
                .formatted(Incidents.openCondition())));
  }

  private static Set<String> humans(Handle handle) {
    return new HashSet<>(
        handle
            .createQuery("SELECT user_id::text FROM gateway.takeovers WHERE operator_id IS NULL")
            .mapTo(String.class)
            .list());
  }

  private static Set<String> channels(Handle handle, Instant now) {
    return new HashSet<>(
        handle
            .createQuery(
                "SELECT subject FROM gateway.watch_alarms"
                    + " WHERE reason = 'provider_down' AND last_at > :since")
            .bind("since", Rows.at(now.minus(ALARM_LASTS)))
            .mapTo(String.class)
            .list());
  }

  private static Map<String, String> messages(Handle handle, Instant now) {
    return pairs(
        handle
            .createQuery(
                "SELECT id::text AS key, user_id::text AS value FROM public.whatsapp_messages"
                    + " WHERE \"timestamp\" > :since")
            .bind("since", Rows.at(now.minus(COMMITS_WITHIN))));
  }

  private static Map<String, String> pairs(org.jdbi.v3.core.statement.Query query) {
    Map<String, String> pairs = new HashMap<>();
    query
        .map((row, _) -> Map.entry(row.getString("key"), row.getString("value")))
        .forEach(pair -> pairs.put(pair.getKey(), pair.getValue()));
    return pairs;
  }
}
