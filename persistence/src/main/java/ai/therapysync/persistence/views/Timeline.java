package ai.therapysync.persistence.views;

import ai.therapysync.conversation.person.FirstName;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.resources.Page;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the gateway decided about a person, and why: gates, incidents, takeovers, and what became of
 * messages on their way out. It answers "why was there silence?", without anybody's words.
 */
public final class Timeline {
  /** Each source gives its newest; ids of one sort, so that a page can go on where it stopped. */
  private static final String LIST =
      """
      SELECT json_build_object('id', x.id, 'at', x.at, 'kind', x.kind, 'about', x.about,
          'decision', x.decision, 'why', x.why, 'details', x.details, 'contact', (
            SELECT c.name FROM public.emergency_contacts c
            WHERE c.user_id = :person AND c.id::text = x.details ->> 'contact'))::text AS row, x.at::text AS time, x.id
      FROM (
        (SELECT ('1' || lpad(to_hex(g.id), 31, '0'))::uuid AS id, g.at, 'gate' AS kind,
            g.gate AS about, g.decision, g.why, '{}'::jsonb AS details
          FROM gateway.gate_decisions g WHERE g.user_id = :person AND g.at <= :time
            AND (g.at, ('1' || lpad(to_hex(g.id), 31, '0'))::uuid) < (:time, CAST(:id AS uuid))
          ORDER BY g.at DESC, g.id DESC LIMIT :limit)
        UNION ALL
        (SELECT ('2' || lpad(to_hex(n.id), 31, '0'))::uuid, n.at, 'incident', 'incident', n.what, '',
            n.details
          FROM gateway.incident_events n WHERE n.user_id = :person AND n.at <= :time
            AND (n.at, ('2' || lpad(to_hex(n.id), 31, '0'))::uuid) < (:time, CAST(:id AS uuid))
          ORDER BY n.at DESC, n.id DESC LIMIT :limit)
        UNION ALL
        (SELECT ('3' || lpad(to_hex(o.seq), 31, '0'))::uuid, o.created_at, 'delivery', o.purpose,
            o.state, coalesce(o.error, d.error_code, ''),
            jsonb_build_object('channel', o.channel, 'status', d.status)
          FROM gateway.outbox o LEFT JOIN LATERAL (SELECT d.status, d.error_code
            FROM gateway.deliveries d WHERE d.outbox_id = o.id ORDER BY d.attempt DESC LIMIT 1) d
            ON true
          WHERE o.user_id = :person AND o.created_at <= :time
            AND (o.created_at, ('3' || lpad(to_hex(o.seq), 31, '0'))::uuid)
              < (:time, CAST(:id AS uuid))
          ORDER BY o.created_at DESC, o.seq DESC LIMIT :limit)) x
      ORDER BY x.at DESC, x.id DESC LIMIT :limit
      """
          .replace(":time", "CAST(:time AS timestamptz)");

  private static final Cursor BEGINNING = new Cursor("infinity", new UUID(-1, -1));

  private Timeline() {}

  private record Entry(ObjectNode shown, Cursor place) {}

  /** The newest first; an operator's reading goes into the audit log. */
  public static Page list(Acting acting, UUID person, int limit, Optional<Cursor> after) {
    Cursor from = after.orElse(BEGINNING);
    List<Entry> entries =
        acting.asOwner(owner ->
            owner
                .createQuery(LIST)
                .bind("person", person)
                .bind("time", from.time())
                .bind("id", from.id())
                .bind("limit", limit + 1)
                .map((row, _) ->
                    new Entry(
                        shown(Rows.json(row.getString("row"))),
                        new Cursor(
                            row.getString("time").replace(' ', 'T'),
                            row.getObject("id", UUID.class))))
                .list());
    if (!acting.caller().is(person)) {
      acting.note(AuditEntry.of("read", "timeline", person));
    }
    boolean more = entries.size() > limit;
    List<Entry> page = more ? entries.subList(0, limit) : entries;
    return new Page(
        page.stream().map(Entry::shown).toList(),
        more ? Optional.of(page.getLast().place()) : Optional.empty());
  }

  private static ObjectNode shown(JsonNode row) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    shown.set("id", row.path("id"));
    shown.set("at", row.path("at"));
    shown.set("kind", row.path("kind"));
    shown.set("about", row.path("about"));
    shown.set("decision", row.path("decision"));
    shown.put("why", why(row));
    return shown;
  }

  private static String why(JsonNode row) {
    JsonNode details = row.path("details");
    return switch (row.path("kind").asText()) {
      case "incident" -> {
        String contact = Rows.text(row, "contact").map(FirstName::of).orElse("A contact");
        String what = EventWords.what(row.path("decision").asText(), contact);
        String detail = EventWords.detail(details);
        yield detail.isEmpty() ? what : what + " (" + detail + ")";
      }
      case "delivery" -> {
        String way = EventWords.channel(details.path("channel").asText());
        String fate = EventWords.page(row.path("decision").asText(), Rows.text(details, "status"));
        yield way + " " + fate + Rows.text(row, "why").map(code -> ", " + code).orElse("");
      }
      default -> row.path("why").asText();
    };
  }
}
