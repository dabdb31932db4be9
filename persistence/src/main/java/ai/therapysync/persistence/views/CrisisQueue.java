package ai.therapysync.persistence.views;

import ai.therapysync.conversation.person.FirstName;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.resources.CrisisInterventions;
import ai.therapysync.persistence.resources.CrisisInterventions.Status;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.resources.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Incidents in the order in which operators should look at them; what is over comes in pages. */
public final class CrisisQueue {
  private static final int MOST_OPEN = 500;
  private static final int PAGE = 25;

  private static final Comparator<Row> GRAVEST_THEN_OLDEST =
      Comparator.comparing((Row row) -> !row.level().equals("imminent"))
          .thenComparing(row -> row.opened().orElse(Instant.EPOCH))
          .thenComparing(Row::id);

  private final Callers callers;

  /** By way of the caller's rights. */
  public CrisisQueue(Callers callers) {
    this.callers = callers;
  }

  /**
   * An incident in the list.
   *
   * @param name empty where the caller may not see who it is
   * @param level empty where somebody else wrote the row
   * @param holder who has it, or the operator who ended it; empty when nobody does or did
   * @param told how many contacts have been told
   */
  public record Row(
      UUID id,
      UUID person,
      String name,
      String status,
      String level,
      Optional<Instant> opened,
      Optional<Instant> ended,
      String holder,
      int told) {
    @Override
    public String toString() {
      return "Row[" + id + "]";
    }
  }

  /** What is open, and a page of what is over. */
  public record Queue(List<Row> open, List<Row> over, Optional<Cursor> next) {
    public Queue {
      open = List.copyOf(open);
      over = List.copyOf(over);
    }
  }

  /**
   * Reads it.
   *
   * @param status {@code RESOLVED} for what is over alone; empty for all
   * @param after a later page of what is over; what is open stands on the first alone
   */
  public Queue read(Caller caller, Origin origin, Optional<Status> status, Optional<Cursor> after) {
    boolean over = status.map(one -> one == Status.RESOLVED).orElse(true);
    boolean open = after.isEmpty() && !status.equals(Optional.of(Status.RESOLVED));
    return callers.acting(
        caller,
        origin,
        acting -> {
          Page openPage =
              open ? list(acting, status.orElse(Status.OPEN), MOST_OPEN, after) : none();
          Page overPage = over ? list(acting, Status.RESOLVED, PAGE, after) : none();
          return new Queue(
              rows(acting, openPage).sorted(GRAVEST_THEN_OLDEST).toList(),
              rows(acting, overPage).toList(),
              overPage.next());
        });
  }

  private static Page none() {
    return new Page(List.of(), Optional.empty());
  }

  private static Page list(Acting acting, Status status, int limit, Optional<Cursor> after) {
    return CrisisInterventions.list(acting, Optional.of(status), limit, after);
  }

  private static Stream<Row> rows(Acting acting, Page page) {
    Map<UUID, String> names =
        names(acting.handle(), page.rows().stream().map(row -> id(row, "user_id")).toList());
    Map<UUID, Ladder> ladders =
        acting.asOwner(
            owner -> ladders(owner, page.rows().stream().map(row -> id(row, "id")).toList()));
    return page.rows().stream()
        .map(row ->
            row(
                row,
                names.getOrDefault(id(row, "user_id"), ""),
                ladders.getOrDefault(id(row, "id"), Ladder.NONE)));
  }

  private static Row row(ObjectNode row, String name, Ladder ladder) {
    return new Row(
        id(row, "id"),
        id(row, "user_id"),
        name,
        row.path("status").asText(),
        ladder.level(),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "completed_at"),
        ladder.holder(),
        ladder.told());
  }

  private static UUID id(JsonNode row, String field) {
    return Rows.uuid(row, field).orElseThrow();
  }

  static Map<UUID, String> names(Handle handle, List<UUID> people) {
    Map<UUID, String> names = new HashMap<>();
    handle
        .createQuery(
            "SELECT id, coalesce(name, '') AS name FROM public.profiles WHERE id = ANY(:ids)")
        .bindArray("ids", UUID.class, people)
        .map((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .forEach(name -> names.put(name.getKey(), name.getValue()));
    return names;
  }

  private record Ladder(UUID incident, String level, String holder, int told) {
    static final Ladder NONE = new Ladder(new UUID(0, 0), "", "", 0);
  }

  private static Map<UUID, Ladder> ladders(Handle owner, List<UUID> incidents) {
    Map<UUID, Ladder> ladders = new HashMap<>();
    owner
        .createQuery(
            """
            SELECT e.incident_id, e.level, cardinality(e.told) AS told,
              coalesce(c.name, '') AS contact,
              coalesce(nullif(p.name, ''), p.email, u.email, '') AS operator
            FROM gateway.escalations e
            LEFT JOIN public.emergency_contacts c ON c.id = e.responder_contact
            LEFT JOIN LATERAL (SELECT n.details ->> 'operator' AS id FROM gateway.incident_events n
              WHERE n.incident_id = e.incident_id AND n.what = 'resolved' AND e.state = 'resolved'
              ORDER BY n.id DESC LIMIT 1) r ON true
            LEFT JOIN public.profiles p ON p.id = coalesce(CAST(r.id AS uuid), e.responder_operator)
            LEFT JOIN auth.users u ON u.id = coalesce(CAST(r.id AS uuid), e.responder_operator)
            WHERE e.incident_id = ANY(:ids)
            """)
        .bindArray("ids", UUID.class, incidents)
        .map((row, _) -> ladder(row))
        .forEach(ladder -> ladders.put(ladder.incident(), ladder));
    return ladders;
  }

  private static Ladder ladder(ResultSet row) throws SQLException {
    String operator = row.getString("operator");
    return new Ladder(
        row.getObject("incident_id", UUID.class),
        row.getString("level"),
        operator.isEmpty() ? FirstName.of(row.getString("contact")) : operator,
        row.getInt("told"));
  }
}
