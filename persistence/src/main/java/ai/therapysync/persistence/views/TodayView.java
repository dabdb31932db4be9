package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What operators begin their day with. Which people they see, row level security says; how ladders
 * and queues stand is read as the owner, by the ids that were seen.
 */
public final class TodayView {
  private static final int MOST = 50;

  private final Callers callers;

  /** By way of the caller's rights. */
  public TodayView(Callers callers) {
    this.callers = callers;
  }

  /**
   * An incident that is open.
   *
   * @param name empty where the caller may not see who it is
   * @param level empty where somebody else wrote the row
   * @param told how many contacts have been told
   */
  public record OpenIncident(
      UUID id, UUID person, String name, String status, String level, Instant opened, int told) {
    @Override
    public String toString() {
      return "OpenIncident[" + id + "]";
    }
  }

  /** Somebody who asked for a human, and waits. */
  public record Waiting(UUID person, String name, Instant since) {
    @Override
    public String toString() {
      return "Waiting[" + person + "]";
    }
  }

  /**
   * How old the oldest is of what should not wait.
   *
   * @param crisis pages and safe replies
   * @param ordinary other messages on their way out
   * @param turns answers that are due
   */
  public record Queues(
      Optional<Duration> crisis, Optional<Duration> ordinary, Optional<Duration> turns) {}

  /** All of it, as far as the caller may see it. */
  public record Today(List<OpenIncident> incidents, List<Waiting> waiting, Queues queues) {
    public Today {
      incidents = List.copyOf(incidents);
      waiting = List.copyOf(waiting);
    }
  }

  /** Reads it. */
  public Today read(Caller caller, Origin origin, Instant now) {
    return callers.acting(
        caller,
        origin,
        acting ->
            new Today(
                caller.may(Permission.SEE_CRISES) ? incidents(acting) : List.of(),
                caller.may(Permission.READ_CONVERSATIONS) ? waiting(acting) : List.of(),
                acting.asOwner(owner -> queues(owner, now))));
  }

  private static List<OpenIncident> incidents(Acting acting) {
    List<OpenIncident> seen =
        acting
            .handle()
            .createQuery(
                """
                SELECT ci.id, ci.user_id, ci.status, ci.created_at, coalesce(p.name, '') AS name
                FROM public.crisis_interventions ci LEFT JOIN public.profiles p ON p.id = ci.user_id
                WHERE %s ORDER BY ci.created_at LIMIT 1000
                """
                    .formatted(Incidents.openCondition()))
            .map((row, _) -> incident(row))
            .list();
    Map<UUID, Ladder> ladders =
        acting.asOwner(owner -> ladders(owner, seen.stream().map(OpenIncident::id).toList()));
    return seen.stream()
        .map(incident ->
            Optional.ofNullable(ladders.get(incident.id()))
                .map(ladder -> ladder.on(incident))
                .orElse(incident))
        .sorted(
            Comparator.comparing((OpenIncident incident) -> !incident.level().equals("imminent"))
                .thenComparing(OpenIncident::opened))
        .toList();
  }

  private record Ladder(UUID incident, String level, int told) {
    OpenIncident on(OpenIncident seen) {
      return new OpenIncident(
          seen.id(), seen.person(), seen.name(), seen.status(), level, seen.opened(), told);
    }
  }

  private static Map<UUID, Ladder> ladders(Handle owner, List<UUID> incidents) {
    Map<UUID, Ladder> ladders = new HashMap<>();
    owner
        .createQuery(
            "SELECT incident_id, level, cardinality(told) AS told FROM gateway.escalations"
                + " WHERE incident_id = ANY(:ids)")
        .bindArray("ids", UUID.class, incidents)
        .map((row, _) ->
            new Ladder(
                row.getObject("incident_id", UUID.class),
                row.getString("level"),
                row.getInt("told")))
        .forEach(ladder -> ladders.put(ladder.incident(), ladder));
    return ladders;
  }

  private static List<Waiting> waiting(Acting acting) {
    List<Waiting> waiting =
        acting.asOwner(owner ->
            owner
                .createQuery(
                    "SELECT user_id, since FROM gateway.takeovers WHERE operator_id IS NULL"
                        + " ORDER BY since LIMIT "
                        + MOST)
                .map((row, _) ->
                    new Waiting(row.getObject("user_id", UUID.class), "", at(row, "since")))
                .list());
    Map<UUID, String> names =
        names(acting.handle(), waiting.stream().map(Waiting::person).toList());
    List<Waiting> named = new ArrayList<>();
    for (Waiting one : waiting) {
      named.add(new Waiting(one.person(), names.getOrDefault(one.person(), ""), one.since()));
    }
    return named;
  }

  private static Map<UUID, String> names(Handle handle, List<UUID> people) {
    Map<UUID, String> names = new HashMap<>();
    handle
        .createQuery("SELECT id, name FROM public.profiles WHERE id = ANY(:ids)")
        .bindArray("ids", UUID.class, people)
        .map((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .forEach(name -> names.put(name.getKey(), name.getValue()));
    return names;
  }

  private static Queues queues(Handle owner, Instant now) {
    return owner
        .createQuery(
            """
            SELECT (SELECT min(created_at) FROM gateway.outbox
                WHERE state IN ('waiting', 'sending') AND crisis AND NOT superseded) AS crisis,
              (SELECT min(created_at) FROM gateway.outbox
                WHERE state IN ('waiting', 'sending') AND NOT crisis) AS ordinary,
              (SELECT min(due_at) FROM gateway.turns
                WHERE state = 'waiting' AND due_at < :now) AS turns
            """)
        .bind("now", Rows.at(now))
        .map((row, _) ->
            new Queues(age(row, "crisis", now), age(row, "ordinary", now), age(row, "turns", now)))
        .one();
  }

  private static Optional<Duration> age(ResultSet row, String column, Instant now)
      throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(then -> Duration.between(then.toInstant(), now))
        .filter(age -> !age.isNegative());
  }

  private static OpenIncident incident(ResultSet row) throws SQLException {
    return new OpenIncident(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("name"),
        row.getString("status"),
        "",
        at(row, "created_at"),
        0);
  }

  private static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
