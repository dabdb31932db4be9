package ai.therapysync.persistence.resources;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Finds people by what an operator knows of them. */
public final class People {
  private static final String SHOWN = Resource.PROFILES.shown();

  private People() {}

  /**
   * People whom the caller sees, the latest first.
   *
   * @param sought beginnings of words of their name or address, digits of a number, or an id;
   *     blank: everybody
   */
  public static Page list(Acting acting, String sought, int limit, Optional<Cursor> after) {
    boolean operator = acting.caller().may(Permission.SEE_USERS);
    Query query =
        acting
            .handle()
            .createQuery(
                "SELECT t.id, t.created_at AS time, to_jsonb(r)::text AS row FROM public.profiles t"
                    + " CROSS JOIN LATERAL (SELECT "
                    + SHOWN
                    + ") r WHERE "
                    + (operator ? "TRUE" : "t.id = :self")
                    + (sought.isBlank() ? "" : " AND t.id = ANY(:found)")
                    + (after.isPresent()
                        ? " AND (t.created_at, t.id) < (CAST(:time AS timestamptz), :id)"
                        : "")
                    + " ORDER BY t.created_at DESC NULLS LAST, t.id DESC LIMIT :limit")
            .bind("limit", limit + 1);
    if (!operator) {
      query.bind("self", acting.caller().id());
    }
    if (!sought.isBlank()) {
      query.bindArray("found", UUID.class, found(acting, sought));
    }
    after.ifPresent(cursor -> query.bind("time", cursor.time()).bind("id", cursor.id()));
    return read(query, limit);
  }

  /**
   * Whom these words find, a thousand at most; whom of them the caller sees, row level security
   * says.
   */
  public static List<UUID> found(Acting acting, String sought) {
    return acting.asOwner(owner ->
        owner
            .createQuery("SELECT gateway.people_found(:sought)")
            .bind("sought", sought)
            .mapTo(UUID.class)
            .list());
  }

  private static Page read(Query query, int limit) {
    List<ObjectNode> rows = new ArrayList<>();
    List<Cursor> places = new ArrayList<>();
    query
        .map((row, _) -> {
          rows.add((ObjectNode) Rows.json(row.getString("row")));
          String time = Optional.ofNullable(row.getString("time")).orElse("-infinity");
          return places.add(new Cursor(time.replace(' ', 'T'), row.getObject("id", UUID.class)));
        })
        .list();
    boolean more = rows.size() > limit;
    return new Page(
        more ? rows.subList(0, limit) : rows,
        more ? Optional.of(places.get(limit - 1)) : Optional.empty());
  }
}
