package ai.therapysync.persistence.views;

import ai.therapysync.conversation.person.FirstName;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;

/**
 * An incident's whole ladder: who was asked by which ways, what came of it, and all that happened.
 * Contacts by their first names; no numbers, no words.
 */
public final class Ladders {
  private static final String LOAD =
      """
      SELECT json_build_object(
        'escalation', (SELECT json_build_object('level', e.level, 'state', e.state, 'round', e.round,
            'deadline', e.deadline, 'responder_contact_id', e.responder_contact,
            'responder_operator_id', e.responder_operator, 'reached', e.reached,
            'close_danger', e.close_danger)
          FROM gateway.escalations e WHERE e.incident_id = ci.id),
        'events', (SELECT json_agg(v ORDER BY v.id) FROM (
          SELECT n.id, n.at, n.what, n.details FROM gateway.incident_events n
          WHERE n.incident_id = ci.id ORDER BY n.id DESC LIMIT 500) v),
        'pages', (SELECT json_agg(g ORDER BY g.seq) FROM (
          SELECT o.seq, o.contact_id, o.channel, o.state, o.created_at, d.status AS delivery,
            d.receipt_at
          FROM gateway.outbox o LEFT JOIN LATERAL (SELECT d.status, d.receipt_at
            FROM gateway.deliveries d WHERE d.outbox_id = o.id ORDER BY d.attempt DESC LIMIT 1) d
            ON true
          WHERE o.incident_id = ci.id AND o.purpose = 'page' ORDER BY o.seq DESC LIMIT 500) g),
        'contacts', (SELECT json_agg(json_build_object('id', c.id, 'name', c.name))
          FROM public.emergency_contacts c WHERE c.user_id = ci.user_id),
        'alerts', (SELECT json_agg(a ORDER BY a.created_at, a.id) FROM (
          SELECT f.id, f.household_id, f.severity, f.is_acknowledged, f.acknowledged_by,
            f.acknowledged_at, f.created_at
          FROM public.family_alerts f WHERE f.member_user_id = ci.user_id
            AND f.alert_data ->> 'crisis_intervention_id' = ci.id::text) a))::text
      FROM public.crisis_interventions ci WHERE ci.id = :id
      """;

  private static final List<String> STANDING =
      List.of(
          "level",
          "state",
          "round",
          "deadline",
          "responder_contact_id",
          "responder_operator_id",
          "reached",
          "close_danger");

  private Ladders() {}

  /** Of an incident that the caller sees. The person themselves are not told which operator. */
  public static ObjectNode of(Acting acting, UUID incident) {
    JsonNode row =
        Rows.json(
            acting.asOwner(
                owner -> owner.createQuery(LOAD).bind("id", incident).mapTo(String.class).one()));
    ObjectNode named = row.deepCopy();
    named
        .path("contacts")
        .forEach(contact ->
            ((ObjectNode) contact).put("name", FirstName.of(contact.path("name").asText())));
    LadderStory story = new LadderStory(named);
    ObjectNode ladder = JsonNodeFactory.instance.objectNode();
    STANDING.forEach(field -> ladder.set(field, standing(row, field)));
    if (!acting.caller().may(Permission.SEE_CRISES)) {
      ladder.putNull("responder_operator_id");
    }
    ArrayNode rungs = ladder.putArray("rungs");
    story.steps().forEach(step -> rungs.add(rung(story, step)));
    ArrayNode events = ladder.putArray("events");
    row.path("events").forEach(event -> events.add(event(story, event)));
    ladder.set("family_alerts", list(row.path("alerts")));
    return ladder;
  }

  private static JsonNode standing(JsonNode row, String field) {
    JsonNode value = row.path("escalation").path(field);
    return value.isMissingNode() ? JsonNodeFactory.instance.nullNode() : value;
  }

  private static JsonNode list(JsonNode rows) {
    return rows.isArray() ? rows : JsonNodeFactory.instance.arrayNode();
  }

  private static ObjectNode rung(LadderStory story, LadderStory.Step step) {
    ObjectNode rung = JsonNodeFactory.instance.objectNode();
    rung.put("round", step.round()).put("position", step.position());
    rung.put("contact_id", step.contact()).put("contact", story.name(step.contact()));
    rung.put("paged_at", step.at().toString());
    rung.put("answer", step.answer().orElse(null));
    ArrayNode ways = rung.putArray("ways");
    step.pages()
        .forEach((channel, page) -> {
          ObjectNode way = ways.addObject().put("channel", channel);
          way.set("state", page.path("state"));
          way.set("delivery_status", page.path("delivery"));
          way.set("sent_at", page.path("created_at"));
          way.set("receipt_at", page.path("receipt_at"));
        });
    return rung;
  }

  private static ObjectNode event(LadderStory story, JsonNode event) {
    String what = event.path("what").asText();
    String contact = event.path("details").path("contact").asText("");
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    shown.set("at", event.path("at"));
    shown.put("what", what).put("words", EventWords.what(what, story.name(contact)));
    shown.put("detail", EventWords.detail(event.path("details")));
    shown.put("contact_id", contact.isEmpty() ? null : contact);
    return shown;
  }
}
