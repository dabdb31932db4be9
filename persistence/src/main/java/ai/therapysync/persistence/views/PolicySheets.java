package ai.therapysync.persistence.views;

import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.resources.Cursor;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * The ladder's rules as operators change them in the console: all of a sheet at once, every change
 * in the audit log with its old and its new value. Callers are asked before whether they may.
 */
public final class PolicySheets {
  private PolicySheets() {}

  /** What is said for all, or for this person. */
  public static Map<PolicyRule, String> said(Acting acting, Optional<UUID> person) {
    return acting.asOwner(owner -> PolicyTable.said(owner, person));
  }

  /** The same, which nobody else changes until the end of this transaction. */
  public static Map<PolicyRule, String> locked(Acting acting, Optional<UUID> person) {
    return acting.asOwner(owner -> {
      person.ifPresent(id -> PolicyTable.isKnown(owner, id));
      PolicyTable.lock(owner);
      return PolicyTable.said(owner, person);
    });
  }

  /**
   * Says these rules and no others; nothing is written where they are those that were said.
   *
   * @param before as {@link #locked} gave them
   */
  public static void save(
      Acting acting,
      Optional<UUID> person,
      Map<PolicyRule, String> before,
      Map<PolicyRule, String> said,
      Instant now) {
    AuditEntry entry = PolicyTable.entry(person, before, said);
    if (entry.fields().isEmpty()) {
      return;
    }
    acting.asOwner(owner -> {
      PolicyTable.write(owner, person, said, now);
      return true;
    });
    acting.note(entry);
  }

  /** Somebody for whom some rules are others. Private: never printed. */
  public record Deviation(UUID person, String name, Map<PolicyRule, String> said, Instant at) {
    public Deviation {
      said = Map.copyOf(said);
    }

    @Override
    public String toString() {
      return "Deviation[" + person + "]";
    }
  }

  /** A part of the list. */
  public record Deviations(List<Deviation> rows, Optional<Cursor> next) {
    public Deviations {
      rows = List.copyOf(rows);
    }
  }

  /** Those for whom some rules are others, who was changed last first. */
  public static Deviations deviations(Acting acting, int limit, Optional<Cursor> after) {
    List<Deviation> rows = new ArrayList<>();
    List<Cursor> places = new ArrayList<>();
    acting.asOwner(owner -> {
      owner.execute("SET LOCAL IntervalStyle = 'iso_8601'");
      Query query =
          owner
              .createQuery(
                  "SELECT y.id, y.user_id, y.updated_at, y.updated_at::text AS time,"
                      + " to_jsonb(y)::text AS row FROM gateway.escalation_policies y"
                      + " WHERE y.user_id IS NOT NULL"
                      + after
                          .map(_ -> " AND (y.updated_at, y.id) < (CAST(:time AS timestamptz), :id)")
                          .orElse("")
                      + " ORDER BY y.updated_at DESC, y.id DESC LIMIT :limit")
              .bind("limit", limit + 1);
      after.ifPresent(cursor -> query.bind("time", cursor.time()).bind("id", cursor.id()));
      return query
          .map((row, _) -> {
            places.add(
                new Cursor(
                    row.getString("time").replace(' ', 'T'), row.getObject("id", UUID.class)));
            return rows.add(
                new Deviation(
                    row.getObject("user_id", UUID.class),
                    "",
                    PolicyTable.read(row.getString("row")),
                    row.getObject("updated_at", OffsetDateTime.class).toInstant()));
          })
          .list();
    });
    boolean more = rows.size() > limit;
    return new Deviations(
        named(acting, more ? rows.subList(0, limit) : rows),
        more ? Optional.of(places.get(limit - 1)) : Optional.empty());
  }

  /** With the names that the caller may see. */
  private static List<Deviation> named(Acting acting, List<Deviation> rows) {
    Map<UUID, String> names = new HashMap<>();
    acting
        .handle()
        .createQuery(
            "SELECT id, coalesce(nullif(name, ''), email) AS name FROM public.profiles"
                + " WHERE id = ANY(:people)")
        .bindArray("people", UUID.class, rows.stream().map(Deviation::person).toList())
        .map((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .forEach(entry -> names.put(entry.getKey(), entry.getValue()));
    return rows.stream()
        .map(row ->
            new Deviation(row.person(), names.getOrDefault(row.person(), ""), row.said(), row.at()))
        .toList();
  }
}
