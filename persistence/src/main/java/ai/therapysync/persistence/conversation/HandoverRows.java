package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.handover.Hold;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who holds a conversation: rows of {@code gateway.takeovers}. */
final class HandoverRows {
  /** A word: awaited, operator, or nothing. */
  static final String HOLD =
      """
      SELECT CASE WHEN t.operator_id IS NULL AND NOT EXISTS (
            SELECT 1 FROM public.whatsapp_messages o WHERE o.user_id = t.user_id
              AND o.sender_type = 'operator' AND o."timestamp" >= t.since)
          THEN 'awaited' ELSE 'operator' END
        FROM gateway.takeovers t WHERE t.user_id = :person
      """;

  private HandoverRows() {}

  static Hold hold(JsonNode word) {
    return switch (word.asText("")) {
      case "awaited" -> Hold.AWAITED;
      case "operator" -> Hold.OPERATOR;
      default -> Hold.NOBODY;
    };
  }

  static void ask(Handle handle, UUID person, Instant remindAt, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO gateway.takeovers (user_id, since) VALUES (:person, :now)"
                + " ON CONFLICT DO NOTHING")
        .bind("person", person)
        .bind("now", Rows.at(now))
        .execute();
    Agenda.handover(handle, person, remindAt);
  }

  static void takeBack(Handle handle, UUID person) {
    handle
        .createUpdate(
            "DELETE FROM gateway.takeovers WHERE user_id = :person AND operator_id IS NULL")
        .bind("person", person)
        .execute();
  }

  /** An operator holds it; what the AI was about to say is left unsaid. */
  static void take(Handle handle, UUID person, UUID operator, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO gateway.takeovers (user_id, operator_id, since)"
                + " VALUES (:person, :operator, :now) ON CONFLICT (user_id)"
                + " DO UPDATE SET operator_id = :operator, since = :now")
        .bind("person", person)
        .bind("operator", operator)
        .bind("now", Rows.at(now))
        .execute();
    endTurns(handle, person, "left", now);
    note(handle, person, "takeover", "taken", "an operator holds the conversation", now);
  }

  /**
   * An operator has written. A conversation that waited for somebody is theirs; where a human
   * answers anyway, the person has their answer.
   */
  static void answered(Handle handle, UUID person, UUID operator, boolean incident, Instant now) {
    int adopted =
        handle
            .createUpdate(
                "UPDATE gateway.takeovers SET operator_id = :operator, since = :now"
                    + " WHERE user_id = :person AND operator_id IS NULL")
            .bind("person", person)
            .bind("operator", operator)
            .bind("now", Rows.at(now))
            .execute();
    if (adopted == 1) {
      note(handle, person, "takeover", "taken", "an operator answered who was waiting", now);
    }
    if (incident || isHeld(handle, person)) {
      endTurns(handle, person, "answered", now);
    }
    note(handle, person, "operator", "answered", "an operator wrote", now);
  }

  /** Nobody holds it; what has waited is answered now. */
  static void giveBack(Handle handle, UUID person, Instant now) {
    handle
        .createUpdate("DELETE FROM gateway.takeovers WHERE user_id = :person")
        .bind("person", person)
        .execute();
    note(handle, person, "takeover", "given_back", "the AI answers again", now);
    WaitingRows.resume(handle, person, OperatorMessages.isIncidentOpen(handle, person), now);
  }

  private static boolean isHeld(Handle handle, UUID person) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM gateway.takeovers WHERE user_id = :person)")
        .bind("person", person)
        .mapTo(Boolean.class)
        .one();
  }

  private static void endTurns(Handle handle, UUID person, String how, Instant now) {
    handle
        .createUpdate(
            "UPDATE gateway.turns SET state = :how, ended_at = :now"
                + " WHERE user_id = :person AND state IN ('waiting', 'taken')")
        .bind("how", how)
        .bind("now", Rows.at(now))
        .bind("person", person)
        .execute();
  }

  private static void note(
      Handle handle, UUID person, String gate, String decision, String why, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO gateway.gate_decisions (user_id, at, gate, decision, why)"
                + " VALUES (:person, :now, :gate, :decision, :why)")
        .bind("person", person)
        .bind("now", Rows.at(now))
        .bind("gate", gate)
        .bind("decision", decision)
        .bind("why", why)
        .execute();
  }
}
