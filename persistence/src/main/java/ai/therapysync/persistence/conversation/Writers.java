package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.ContactRequest;
import ai.therapysync.conversation.intake.Writer;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.turn.TurnId;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.persistence.crisis.ContactBook;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.crisis.Situations;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.person.SettingsRows;
import ai.therapysync.persistence.practice.AskedRows;
import ai.therapysync.persistence.sealing.DataKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Loads a person who writes, in one statement besides their crisis situation. */
final class Writers {
  private static final String LOAD =
      """
      SELECT json_build_object(
        'key', (SELECT k.sealed_key FROM gateway.data_keys k WHERE k.user_id = :person),
        'config', (SELECT to_json(w) FROM public.whatsapp_config w WHERE w.user_id = :person),
        'before', (SELECT json_agg(b) FROM (
          SELECT m.id, m.sender_type, m.content, m."timestamp" AS at
          FROM public.whatsapp_messages m WHERE m.user_id = :person
          ORDER BY m."timestamp" DESC, m.id DESC LIMIT 8) b),
        'incident', (SELECT to_json(ci) FROM public.crisis_interventions ci
          WHERE ci.user_id = :person AND %1$s ORDER BY ci.created_at, ci.id LIMIT 1),
        'escalation', (SELECT to_json(e) FROM gateway.escalations e WHERE e.incident_id = (
          SELECT ci.id FROM public.crisis_interventions ci
          WHERE ci.user_id = :person AND %1$s ORDER BY ci.created_at, ci.id LIMIT 1)),
        'hold', (%2$s),
        'asked', (SELECT to_json(a) FROM gateway.asked a WHERE a.user_id = :person),
        'turn', (SELECT to_json(t) FROM gateway.turns t
          WHERE t.user_id = :person AND t.state = 'waiting'),
        'taken_back', %3$s,
        'stopped', EXISTS (SELECT 1 FROM gateway.opt_outs o
          WHERE o.address = :address AND o.sender = :sender AND o.channel = :channel))::text
      """
          .formatted(Incidents.openCondition(), HandoverRows.HOLD, EarlierRows.TAKEN_BACK);

  private final Contents contents;
  private final Situations situations;
  private final ContactRequest request = new ContactRequest();

  Writers(Contents contents, Situations situations) {
    this.contents = contents;
    this.situations = situations;
  }

  /**
   * A person who writes, their key, whether they said STOP, and whether they took this very message
   * back before it came.
   */
  record Loaded(Writer writer, DataKey key, boolean stopped, boolean takenBack) {}

  Loaded load(Handle handle, UUID person, InboundMessage message, Instant now) {
    String json =
        handle
            .createQuery(LOAD)
            .bind("person", person)
            .bind("address", message.from().value())
            .bind("sender", message.sender())
            .bind("channel", message.channel().word())
            .bind("provider", message.provider().word())
            .bind("providerId", message.providerId())
            .bind("about", EarlierRows.about(message).orElse(null))
            .mapTo(String.class)
            .one();
    JsonNode row = Rows.json(json);
    DataKey key =
        Rows.text(row, "key")
            .map(wrapped -> contents.unwrap(wrapped, person))
            .orElseGet(() -> contents.keyOf(handle, person));
    Situation situation = situations.load(handle, person, now);
    Writer writer =
        new Writer(
            new PersonId(person),
            situation.person().language(),
            SettingsRows.read(row.path("config")).settings(),
            before(row, key),
            incident(row),
            situation,
            HandoverRows.hold(row.path("hold")),
            turn(row),
            request.isMeant(message.text())
                ? Optional.of(ContactBook.of(handle, person, now))
                : Optional.empty(),
            AskedRows.read(row.path("asked")));
    return new Loaded(
        writer, key, row.path("stopped").asBoolean(), row.path("taken_back").asBoolean());
  }

  private List<Utterance> before(JsonNode row, DataKey key) {
    List<Utterance> before = new ArrayList<>();
    for (JsonNode message : row.path("before")) {
      before.add(Utterances.read(contents, key, message));
    }
    return before.reversed();
  }

  private static Optional<Incident> incident(JsonNode row) {
    JsonNode intervention = row.path("incident");
    if (intervention.isNull() || intervention.isMissingNode()) {
      return Optional.empty();
    }
    JsonNode escalation = row.path("escalation");
    return Optional.of(
        Incidents.read(
            intervention.toString(), escalation.isNull() ? null : escalation.toString()));
  }

  private static Optional<Writer.WaitingTurn> turn(JsonNode row) {
    JsonNode turn = row.path("turn");
    return Rows.uuid(turn, "id")
        .map(id ->
            new Writer.WaitingTurn(
                new TurnId(id),
                Rows.instant(turn, "first_at").orElseThrow(),
                Rows.instant(turn, "due_at").orElseThrow()));
  }
}
