package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.resources.Page;
import ai.therapysync.persistence.resources.People;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** People in a list, each with what an operator looks for first. */
public final class PeopleView {
  private static final String EXTRAS =
      """
      SELECT p.id, json_build_object('number', n.phone_number, 'verified', n.is_verified,
          'incident', CASE WHEN :crises THEN (SELECT ci.id FROM public.crisis_interventions ci
            WHERE ci.user_id = p.id AND %s ORDER BY ci.created_at DESC LIMIT 1) END,
          'last', CASE WHEN :messages THEN (SELECT m.timestamp FROM public.whatsapp_messages m
            WHERE m.user_id = p.id ORDER BY m.timestamp DESC LIMIT 1) END)::text AS extra
      FROM unnest(:people) AS p(id) LEFT JOIN LATERAL (
        SELECT i.phone_number, coalesce(i.is_verified, false) AS is_verified
        FROM public.whatsapp_integrations i WHERE i.user_id = p.id
        ORDER BY i.is_verified DESC NULLS LAST, i.is_active DESC NULLS LAST, i.created_at
        LIMIT 1) n ON true
      """
          .formatted(Incidents.openCondition());

  private PeopleView() {}

  /**
   * Somebody. Private: never printed.
   *
   * @param number empty where they have none
   * @param incident the open one, where the caller may see it
   * @param last when the last message went either way, where the caller may see it
   */
  public record Line(
      UUID id,
      Who who,
      Optional<Telephone> number,
      Optional<UUID> incident,
      Optional<Instant> last) {
    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /** What they are called, where their mail goes, and what they speak. Private: never printed. */
  public record Who(String name, String email, String language) {
    @Override
    public String toString() {
      return "Who[private]";
    }
  }

  /** A number of theirs. Private: never printed. */
  public record Telephone(String written, boolean verified) {
    @Override
    public String toString() {
      return "Telephone[private]";
    }
  }

  /** A part of the list. */
  public record Found(List<Line> lines, Optional<Cursor> next) {
    public Found {
      lines = List.copyOf(lines);
    }
  }

  /** People whom the caller sees, the latest first, found as {@link People} finds them. */
  public static Found list(Acting acting, String sought, int limit, Optional<Cursor> after) {
    Page page = People.list(acting, sought, limit, after);
    Map<UUID, JsonNode> extras = extras(acting, page.rows());
    return new Found(page.rows().stream().map(row -> line(row, extras)).toList(), page.next());
  }

  private static Map<UUID, JsonNode> extras(Acting acting, List<ObjectNode> rows) {
    Map<UUID, JsonNode> extras = new HashMap<>();
    acting
        .handle()
        .createQuery(EXTRAS)
        .bindArray("people", UUID.class, rows.stream().map(PeopleView::id).toList())
        .bind("crises", acting.caller().may(Permission.SEE_CRISES))
        .bind("messages", acting.caller().may(Permission.READ_CONVERSATIONS))
        .map((row, _) ->
            Map.entry(row.getObject("id", UUID.class), Rows.json(row.getString("extra"))))
        .forEach(entry -> extras.put(entry.getKey(), entry.getValue()));
    return extras;
  }

  private static Line line(ObjectNode row, Map<UUID, JsonNode> extras) {
    JsonNode extra = extras.getOrDefault(id(row), row);
    return new Line(
        id(row),
        new Who(
            row.path("name").asText(),
            row.path("email").asText(),
            Rows.text(row, "preferred_language").orElse("")),
        Rows.text(extra, "number")
            .map(written -> new Telephone(written, Rows.flag(extra, "verified", false))),
        Rows.uuid(extra, "incident"),
        Rows.instant(extra, "last"));
  }

  private static UUID id(ObjectNode row) {
    return Rows.uuid(row, "id").orElseThrow();
  }
}
