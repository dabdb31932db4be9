package ai.therapysync.persistence.resources;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/**
 * Reads and changes rows of {@link Resource resources} with the caller's rights, and writes every
 * change, and every operator's reading of a conversation, into the audit log.
 */
public final class ResourceRows {
  private final Resource resource;

  private ResourceRows(Resource resource) {
    this.resource = resource;
  }

  /** Of this table. */
  public static ResourceRows of(Resource resource) {
    return new ResourceRows(resource);
  }

  /**
   * The latest first.
   *
   * @param owner whose rows; empty: all that the caller sees
   */
  public Page list(Acting acting, Optional<UUID> owner, int limit, Optional<Cursor> after) {
    return list(acting, owner, "TRUE", limit, after);
  }

  /** The same, of rows {@code t} for which a condition without parameters holds. */
  Page list(
      Acting acting, Optional<UUID> owner, String condition, int limit, Optional<Cursor> after) {
    String time = "coalesce(t." + resource.time() + ", '-infinity')";
    Query query =
        acting
            .handle()
            .createQuery(
                "SELECT to_jsonb(r)::text AS row, s.time, s.id FROM (SELECT t.id, "
                    + time
                    + " AS time FROM "
                    + resource.qualified()
                    + " t WHERE "
                    + whose(owner)
                    + " AND "
                    + condition
                    + after
                        .map(_ -> " AND (" + time + ", t.id) < (CAST(:time AS timestamptz), :id)")
                        .orElse("")
                    + " ORDER BY time DESC, t.id DESC LIMIT :limit) s CROSS JOIN LATERAL (SELECT "
                    + resource.shown()
                    + " FROM "
                    + resource.qualified()
                    + " t WHERE t.id = s.id) r ORDER BY s.time DESC, s.id DESC")
            .bind("limit", limit + 1);
    owner.ifPresent(id -> query.bind("owner", id));
    after.ifPresent(cursor -> query.bind("time", cursor.time()).bind("id", cursor.id()));
    List<ObjectNode> rows = new ArrayList<>();
    List<Cursor> places = new ArrayList<>();
    query
        .map((row, _) -> {
          rows.add(tree(row.getString("row")));
          return places.add(
              new Cursor(row.getString("time").replace(' ', 'T'), row.getObject("id", UUID.class)));
        })
        .list();
    noteReading(acting, owner, Optional.empty());
    boolean more = rows.size() > limit;
    return new Page(
        more ? rows.subList(0, limit) : rows,
        more ? Optional.of(places.get(limit - 1)) : Optional.empty());
  }

  /** A row that the caller sees. */
  public Optional<ObjectNode> find(Acting acting, Optional<UUID> owner, UUID id) {
    Optional<ObjectNode> found = look(acting, owner, id);
    found.ifPresent(_ -> noteReading(acting, owner, Optional.of(id)));
    return found;
  }

  /** The one row of a person, in tables that have one each. */
  public Optional<ObjectNode> findOnly(Acting acting, UUID owner) {
    return acting
        .handle()
        .createQuery(
            "SELECT to_jsonb(r)::text FROM (SELECT "
                + resource.shown()
                + " FROM "
                + resource.qualified()
                + " t WHERE "
                + whose(Optional.of(owner))
                + ") r")
        .bind("owner", owner)
        .map((row, _) -> tree(row.getString(1)))
        .findOne();
  }

  /**
   * Adds a row with these columns; the rest have their defaults.
   *
   * @throws Refused when the caller may not, or the values are no good together
   */
  public ObjectNode add(Acting acting, Optional<UUID> owner, ObjectNode values) {
    ObjectNode all = values.deepCopy();
    owner.ifPresent(id -> all.put(resource.owner().orElseThrow(), id.toString()));
    String columns = columns(all);
    UUID id =
        Refused.telling(() ->
            acting
                .handle()
                .createQuery(
                    "INSERT INTO "
                        + resource.qualified()
                        + " ("
                        + columns
                        + ") SELECT "
                        + columns
                        + " FROM jsonb_populate_record(CAST(NULL AS "
                        + resource.qualified()
                        + "), CAST(:values AS jsonb)) RETURNING id")
                .bind("values", all.toString())
                .mapTo(UUID.class)
                .one());
    note(acting, "create", id, owner, names(values));
    return look(acting, owner, id).orElseThrow();
  }

  /**
   * Changes these columns of a row, once it is locked.
   *
   * @param unchanged whether the row is still as the caller knows it
   * @throws Refused when the caller may not, or the values are no good together
   */
  public Changed change(
      Acting acting,
      Optional<UUID> owner,
      UUID id,
      ObjectNode values,
      Predicate<ObjectNode> unchanged) {
    lock(acting, id);
    Optional<ObjectNode> before = look(acting, owner, id);
    if (before.isEmpty()) {
      return new Changed.Unseen();
    }
    if (!unchanged.test(before.get())) {
      return new Changed.Stale();
    }
    if (values.isEmpty()) {
      return new Changed.Done(before.get());
    }
    if (update(acting, id, values) == 0) {
      throw new Refused(Refused.Why.FORBIDDEN, "");
    }
    ObjectNode after = look(acting, owner, id).orElse(before.get());
    note(acting, "update", id, owner, different(names(values), before.get(), after));
    return new Changed.Done(after);
  }

  /** A form sends all that it shows; a column that is never shown counts as another one. */
  private static List<String> different(List<String> names, ObjectNode before, ObjectNode after) {
    return names.stream()
        .filter(name -> !after.has(name) || !after.path(name).equals(before.path(name)))
        .toList();
  }

  /**
   * Takes a row away.
   *
   * @throws Refused when the caller may not, or other rows need it
   */
  public Changed remove(
      Acting acting, Optional<UUID> owner, UUID id, Predicate<ObjectNode> unchanged) {
    lock(acting, id);
    Optional<ObjectNode> before = look(acting, owner, id);
    if (before.isEmpty()) {
      return new Changed.Unseen();
    }
    if (!unchanged.test(before.get())) {
      return new Changed.Stale();
    }
    Dependants.release(acting, resource, id);
    int removed =
        Refused.telling(() ->
            acting
                .handle()
                .createUpdate("DELETE FROM " + resource.qualified() + " WHERE id = :id")
                .bind("id", id)
                .execute());
    if (removed == 0) {
      throw new Refused(Refused.Why.FORBIDDEN, "");
    }
    note(acting, "delete", id, owner, List.of());
    return new Changed.Done(before.get());
  }

  private int update(Acting acting, UUID id, ObjectNode values) {
    String assignments =
        names(values).stream().map(name -> name + " = v." + name).collect(Collectors.joining(", "));
    return Refused.telling(() ->
        acting
            .handle()
            .createUpdate(
                "UPDATE "
                    + resource.qualified()
                    + " t SET "
                    + assignments
                    + " FROM jsonb_populate_record(CAST(NULL AS "
                    + resource.qualified()
                    + "), CAST(:values AS jsonb)) v WHERE t.id = :id")
            .bind("values", values.toString())
            .bind("id", id)
            .execute());
  }

  private Optional<ObjectNode> look(Acting acting, Optional<UUID> owner, UUID id) {
    Query query =
        acting
            .handle()
            .createQuery(
                "SELECT to_jsonb(r)::text FROM (SELECT "
                    + resource.shown()
                    + " FROM "
                    + resource.qualified()
                    + " t WHERE t.id = :id AND "
                    + whose(owner)
                    + ") r")
            .bind("id", id);
    owner.ifPresent(person -> query.bind("owner", person));
    return query.map((row, _) -> tree(row.getString(1))).findOne();
  }

  /** As the owner: a caller who may only read could lock nothing. */
  private void lock(Acting acting, UUID id) {
    acting.asOwner(owner ->
        owner
            .createQuery(
                "SELECT id FROM " + resource.qualified() + " WHERE id = :id FOR NO KEY UPDATE")
            .bind("id", id)
            .mapTo(UUID.class)
            .list());
  }

  private void note(
      Acting acting, String action, UUID id, Optional<UUID> owner, List<String> fields) {
    acting.note(AuditEntry.of(action, resource.table(), id, owner, fields));
  }

  private void noteReading(Acting acting, Optional<UUID> owner, Optional<UUID> id) {
    if (resource.isConversation() && owner.filter(acting.caller()::is).isEmpty()) {
      acting.note(new AuditEntry("read", resource.table(), id, owner, List.of()));
    }
  }

  private String whose(Optional<UUID> owner) {
    return owner
        .flatMap(_ -> resource.owner())
        .map(column -> "t." + column + " = :owner")
        .orElse("TRUE");
  }

  private static String columns(ObjectNode values) {
    return String.join(", ", names(values));
  }

  /** Only names of columns that this resource has: they stand in a statement as they are. */
  private static List<String> names(ObjectNode values) {
    List<String> names = new ArrayList<>();
    values.fieldNames().forEachRemaining(names::add);
    names.forEach(name -> {
      if (!name.matches("[a-z_]{1,60}")) {
        throw new IllegalArgumentException("A column has a name of letters");
      }
    });
    return names;
  }

  private static ObjectNode tree(String row) {
    JsonNode tree = Rows.json(row);
    if (tree instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalStateException("A row is an object");
  }
}
