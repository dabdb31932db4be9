package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The audit log, searched; the newest lines first. */
public final class AuditTrail {
  /** More people than this no name is meant to find. */
  private static final int MOST_NAMED = 200;

  private final Callers callers;

  /** By way of the caller's rights. */
  public AuditTrail(Callers callers) {
    this.callers = callers;
  }

  /**
   * What is looked for; what is empty does not matter.
   *
   * @param who did it: an id, an address or a part of a name
   * @param whom it concerns, likewise
   * @param before only lines with lower numbers: the last of the page before
   */
  public record Search(
      Optional<String> who,
      Optional<String> whom,
      Optional<String> action,
      Optional<Instant> from,
      Optional<Instant> until,
      Optional<Long> before) {}

  /** A line, with the names of whom it tells of as far as they are still known. */
  public record Line(
      long number,
      Instant at,
      String who,
      String door,
      String address,
      String action,
      String resource,
      Optional<UUID> row,
      Optional<UUID> person,
      String whom,
      List<String> fields) {
    public Line {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      return "Line[" + number + "]";
    }
  }

  /** The words that stand in the log for what was done. */
  public List<String> actions(Caller caller, Origin origin) {
    return callers.acting(
        caller,
        origin,
        acting ->
            acting.asOwner(owner ->
                owner
                    .createQuery(
                        """
                        WITH RECURSIVE words AS (
                          (SELECT action FROM gateway.audit_log ORDER BY action LIMIT 1)
                          UNION ALL
                          SELECT (SELECT a.action FROM gateway.audit_log a
                            WHERE a.action > words.action ORDER BY a.action LIMIT 1)
                          FROM words WHERE words.action IS NOT NULL)
                        SELECT action FROM words WHERE action IS NOT NULL
                        """)
                    .mapTo(String.class)
                    .list()));
  }

  /** The newest lines that fit. */
  public List<Line> search(Caller caller, Origin origin, Search search, int limit) {
    return callers.acting(
        caller,
        origin,
        acting -> {
          Optional<List<UUID>> who = search.who().map(text -> people(acting, text));
          Optional<List<UUID>> whom = search.whom().map(text -> people(acting, text));
          List<Raw> lines = acting.asOwner(owner -> lines(owner, search, who, whom, limit));
          Map<UUID, String> names = names(acting, lines);
          return lines.stream().map(line -> line.named(names)).toList();
        });
  }

  private static List<UUID> people(Acting acting, String text) {
    if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return List.of(UUID.fromString(text));
    }
    String escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return acting
        .handle()
        .createQuery(
            "SELECT id FROM public.profiles WHERE name ILIKE :part OR email ILIKE :part LIMIT "
                + MOST_NAMED)
        .bind("part", "%" + escaped + "%")
        .mapTo(UUID.class)
        .list();
  }

  private static List<Raw> lines(
      Handle owner, Search search, Optional<List<UUID>> who, Optional<List<UUID>> whom, int limit) {
    String where =
        Stream.of(
                who.map(_ -> "actor_id = ANY(:who)"),
                whom.map(_ -> "user_id = ANY(:whom)"),
                search.action().map(_ -> "action = :action"),
                search.from().map(_ -> "at >= :from"),
                search.until().map(_ -> "at < :until"),
                search.before().map(_ -> "number < :before"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" AND "));
    Query query =
        owner.createQuery(
            "SELECT * FROM gateway.audit_log"
                + (where.isEmpty() ? "" : " WHERE " + where)
                + " ORDER BY number DESC LIMIT :limit");
    who.ifPresent(ids -> query.bindArray("who", UUID.class, ids));
    whom.ifPresent(ids -> query.bindArray("whom", UUID.class, ids));
    search.action().ifPresent(action -> query.bind("action", action));
    search.from().ifPresent(from -> query.bind("from", Rows.at(from)));
    search.until().ifPresent(until -> query.bind("until", Rows.at(until)));
    search.before().ifPresent(before -> query.bind("before", before));
    return query.bind("limit", limit).map((row, _) -> raw(row)).list();
  }

  private static Map<UUID, String> names(Acting acting, List<Raw> lines) {
    Set<UUID> ids =
        lines.stream()
            .flatMap(line -> Stream.of(line.actor(), line.person()).flatMap(Optional::stream))
            .collect(Collectors.toSet());
    Map<UUID, String> names = new HashMap<>();
    acting
        .handle()
        .createQuery("SELECT id, name FROM public.profiles WHERE id = ANY(:ids)")
        .bindArray("ids", UUID.class, List.copyOf(ids))
        .map((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
        .forEach(name -> names.put(name.getKey(), name.getValue()));
    return names;
  }

  private record Raw(
      long number,
      Instant at,
      Optional<UUID> actor,
      String door,
      String address,
      String action,
      String resource,
      Optional<UUID> row,
      Optional<UUID> person,
      List<String> fields) {
    Line named(Map<UUID, String> names) {
      return new Line(
          number,
          at,
          actor.map(id -> names.getOrDefault(id, id.toString())).orElse(""),
          door.replace('_', ' '),
          address,
          action,
          resource,
          row,
          person,
          person.map(id -> names.getOrDefault(id, id.toString())).orElse(""),
          fields);
    }
  }

  private static Raw raw(ResultSet row) throws SQLException {
    return new Raw(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("actor_id", UUID.class)),
        row.getString("door"),
        row.getString("address"),
        row.getString("action"),
        row.getString("resource"),
        Optional.ofNullable(row.getObject("row_id", UUID.class)),
        Optional.ofNullable(row.getObject("user_id", UUID.class)),
        List.of((String[]) row.getArray("fields").getArray()));
  }
}
