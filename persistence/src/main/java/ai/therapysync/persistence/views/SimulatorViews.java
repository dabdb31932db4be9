package ai.therapysync.persistence.views;

import ai.therapysync.conversation.person.FirstName;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.Sealer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the gateway knows, for the page beside the demo's phones. It opens what people wrote: only a
 * simulated network may ask it.
 */
public final class SimulatorViews {
  private static final String INCIDENTS =
      """
      SELECT json_agg(x ORDER BY x.created_at DESC, x.id)::text FROM (
        SELECT ci.id, ci.status, ci.created_at, p.name,
          coalesce(e.level, ci.intervention_data ->> 'level', 'high') AS level,
          (SELECT json_agg(v ORDER BY v.id) FROM (
            SELECT n.id, n.at, n.what, n.details FROM gateway.incident_events n
            WHERE n.incident_id = ci.id ORDER BY n.id DESC LIMIT 50) v) AS events,
          (SELECT json_agg(g ORDER BY g.seq) FROM (
            SELECT o.seq, o.contact_id, o.channel, o.state, o.created_at, (
              SELECT d.status FROM gateway.deliveries d WHERE d.outbox_id = o.id
              ORDER BY d.attempt DESC LIMIT 1) AS delivery
            FROM gateway.outbox o WHERE o.incident_id = ci.id AND o.purpose = 'page'
            ORDER BY o.seq DESC LIMIT 50) g) AS pages,
          (SELECT json_agg(json_build_object('id', c.id, 'name', c.name
              || CASE WHEN r.declined_at IS NOT NULL THEN ' (declined)'
                WHEN r.verified_at IS NOT NULL THEN ' (confirmed)' ELSE '' END))
            FROM public.emergency_contacts c
            LEFT JOIN gateway.contact_readiness r ON r.contact_id = c.id
            WHERE c.user_id = ci.user_id) AS contacts
        FROM public.crisis_interventions ci
        JOIN public.profiles p ON p.id = ci.user_id
        LEFT JOIN gateway.escalations e ON e.incident_id = ci.id
        ORDER BY ci.created_at DESC, ci.id LIMIT 20) x
      """;

  private static final String CONVERSATIONS =
      """
      SELECT json_agg(x ORDER BY x.at DESC, x.id)::text FROM (
        SELECT m.id, m.user_id, m.channel, m.content, m.message_type, m."timestamp" AS at, p.name,
          k.sealed_key, t.state, t.due_at, w.business_timezone AS zone,
          EXISTS (SELECT 1 FROM gateway.takeovers h WHERE h.user_id = p.id) AS held,
          EXISTS (SELECT 1 FROM gateway.away_messages a
            WHERE a.user_id = p.id AND a.opening = t.due_at) AS closed
        FROM public.profiles p
        JOIN LATERAL (SELECT * FROM public.whatsapp_messages q WHERE q.user_id = p.id
          ORDER BY q."timestamp" DESC, q.id DESC LIMIT 1) m ON true
        LEFT JOIN gateway.data_keys k ON k.user_id = p.id
        LEFT JOIN public.whatsapp_config w ON w.user_id = p.id
        LEFT JOIN LATERAL (SELECT s.state, s.due_at FROM gateway.turns s
          WHERE s.user_id = p.id AND s.state IN ('waiting', 'taken')
          ORDER BY s.state DESC LIMIT 1) t ON true
        ORDER BY m."timestamp" DESC, m.id LIMIT 20) x
      """;

  private static final String DECISIONS =
      """
      SELECT json_agg(x ORDER BY x.id DESC)::text FROM (
        SELECT g.id, g.at, g.gate, g.decision, g.why, p.name
        FROM gateway.gate_decisions g LEFT JOIN public.profiles p ON p.id = g.user_id
        ORDER BY g.id DESC LIMIT 50) x
      """;

  private static final String SOMEBODY = "Unknown number";

  private final Database database;
  private final Sealer sealer;

  /** With the keys that open what was said. */
  public SimulatorViews(Database database, Sealer sealer) {
    this.database = database;
    this.sealer = sealer;
  }

  /** An incident with what happened to it, oldest first, and its rungs in the order of asking. */
  public record IncidentRow(
      UUID id,
      String person,
      String status,
      String level,
      Instant openedAt,
      List<EventRow> events,
      List<RungRow> rungs) {
    public IncidentRow {
      events = List.copyOf(events);
      rungs = List.copyOf(rungs);
    }
  }

  /** Something that happened, in words for an operator. */
  public record EventRow(Instant at, String what, String detail) {}

  /** A contact who was asked. */
  public record RungRow(int round, int position, String contact, String ways, String status) {}

  /** A person's last message, and when the next answer comes; private, for the demo alone. */
  public record ConversationRow(
      String person, String channel, String lastText, Instant at, String nextTurn) {
    @Override
    public String toString() {
      return "ConversationRow[private]";
    }
  }

  /** What a gate decided. */
  public record DecisionRow(Instant at, String person, String gate, String outcome, String why) {}

  /** The last 20 incidents, newest first. */
  public List<IncidentRow> incidents() {
    return rows(INCIDENTS, SimulatorViews::incident);
  }

  /** The last 20 conversations, latest first. */
  public List<ConversationRow> conversations() {
    return rows(CONVERSATIONS, this::conversation);
  }

  /** The last 50 decisions, newest first. */
  public List<DecisionRow> decisions() {
    return rows(
        DECISIONS,
        row ->
            new DecisionRow(
                at(row, "at"),
                person(row),
                spaced(row.path("gate").asText()),
                spaced(row.path("decision").asText()),
                row.path("why").asText()));
  }

  private <T> List<T> rows(String sql, Function<JsonNode, T> read) {
    Optional<String> json =
        database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(String.class).findOne());
    List<T> rows = new ArrayList<>();
    json.map(Rows::json).ifPresent(array -> array.forEach(row -> rows.add(read.apply(row))));
    return List.copyOf(rows);
  }

  private static IncidentRow incident(JsonNode row) {
    LadderStory story = new LadderStory(row);
    return new IncidentRow(
        Rows.uuid(row, "id").orElseThrow(),
        person(row),
        row.path("status").asText(),
        row.path("level").asText(),
        at(row, "created_at"),
        story.events(),
        story.rungs());
  }

  private ConversationRow conversation(JsonNode row) {
    return new ConversationRow(
        person(row), row.path("channel").asText(), text(row), at(row, "at"), NextTurn.inWords(row));
  }

  /** What can't be opened, or has no words, is named by its kind. */
  private String text(JsonNode row) {
    String kind = "(" + row.path("message_type").asText("text") + ")";
    String stored = row.path("content").asText();
    if (!Sealer.isSealed(stored)) {
      return stored.isBlank() ? kind : stored;
    }
    try {
      UUID person = Rows.uuid(row, "user_id").orElseThrow();
      UUID id = Rows.uuid(row, "id").orElseThrow();
      return Rows.text(row, "sealed_key")
          .map(key -> sealer.open(sealer.unwrap(key, person), stored, id))
          .filter(words -> !words.isBlank())
          .orElse(kind);
    } catch (SealBroken e) {
      return kind;
    }
  }

  private static String person(JsonNode row) {
    return Rows.text(row, "name").map(FirstName::of).orElse(SOMEBODY);
  }

  private static Instant at(JsonNode row, String field) {
    return Rows.instant(row, field).orElse(Instant.EPOCH);
  }

  static String spaced(String word) {
    return word.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
