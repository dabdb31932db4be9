package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a person wrote while a human held the conversation, and nobody has answered. */
final class WaitingRows {
  /**
   * Since the last that we said, telling somebody to wait apart, which is no answer. A number that
   * said STOP waits for nothing.
   */
  private static final String WAITING =
      """
      SELECT i.id, i.channel, i.address, i.sender, i.received_at, m.integration_id,
        EXISTS (SELECT 1 FROM public.crisis_assessments a WHERE a.message_id = m.id) AS concern
      FROM public.whatsapp_integrations n
      JOIN gateway.inbound i ON i.address = '+' || gateway.digits(n.phone_number)
      JOIN public.whatsapp_messages m ON m.id = i.message_id
      LEFT JOIN gateway.turns t ON t.id = i.turn_id
      WHERE n.user_id = :person AND n.is_verified AND n.is_active AND i.user_id = :person
        AND coalesce(m.delivery_status, '') NOT IN ('withdrawn', 'edited')
        AND (t.id IS NULL OR t.state IN ('left', 'waiting'))
        AND i.received_at > coalesce((SELECT o."timestamp" FROM public.whatsapp_messages o
          WHERE o.user_id = :person AND o.sender_type <> 'user'
            AND coalesce(o.ai_response_metadata ->> 'kind', '') NOT IN ('handover_waits', 'away')
          ORDER BY o."timestamp" DESC LIMIT 1), '-infinity')
        AND NOT EXISTS (SELECT 1 FROM gateway.opt_outs s WHERE s.address = i.address
          AND s.sender = i.sender AND s.channel = i.channel)
      ORDER BY i.received_at, i.id
      """;

  private WaitingRows() {}

  private record Waiting(
      UUID inbound,
      String channel,
      String address,
      String sender,
      Instant at,
      UUID integration,
      boolean concern) {
    static Waiting read(ResultSet row) throws SQLException {
      return new Waiting(
          row.getObject("id", UUID.class),
          row.getString("channel"),
          row.getString("address"),
          row.getString("sender"),
          row.getObject("received_at", OffsetDateTime.class).toInstant(),
          row.getObject("integration_id", UUID.class),
          row.getBoolean("concern"));
    }
  }

  /**
   * Has it answered now, by one turn; whether the hours allow that, the turn will see.
   *
   * @param incident one is open: then it is answered whatever the hours, asking whether they are
   *     safe
   */
  static void resume(Handle handle, UUID person, boolean incident, Instant now) {
    List<Waiting> waiting =
        handle
            .createQuery(WAITING)
            .bind("person", person)
            .map((row, _) -> Waiting.read(row))
            .list();
    if (waiting.isEmpty()) {
      return;
    }
    boolean concern = incident || waiting.stream().anyMatch(Waiting::concern);
    UUID turn =
        hurried(handle, person, concern, now)
            .orElseGet(() -> opened(handle, person, waiting, concern, now));
    handle
        .createUpdate("UPDATE gateway.inbound SET turn_id = :turn WHERE id = ANY(:inbound)")
        .bind("turn", turn)
        .bindArray("inbound", UUID.class, waiting.stream().map(Waiting::inbound).toList())
        .execute();
    Agenda.resumed(handle, turn, now);
  }

  private static Optional<UUID> hurried(Handle handle, UUID person, boolean concern, Instant now) {
    return handle
        .createQuery(
            "UPDATE gateway.turns SET due_at = least(due_at, :now), concern = concern OR :concern"
                + " WHERE user_id = :person AND state = 'waiting' RETURNING id")
        .bind("now", Rows.at(now))
        .bind("person", person)
        .bind("concern", concern)
        .mapTo(UUID.class)
        .findOne();
  }

  private static UUID opened(
      Handle handle, UUID person, List<Waiting> waiting, boolean concern, Instant now) {
    UUID turn = UUID.randomUUID();
    Waiting last = waiting.getLast();
    handle
        .createUpdate(
            "INSERT INTO gateway.turns (id, user_id, integration_id, channel, address, sender,"
                + " concern, first_at, due_at) VALUES (:id, :person, :integration, :channel,"
                + " :address, :sender, :concern, :first, :now)")
        .bind("id", turn)
        .bind("person", person)
        .bind("integration", last.integration())
        .bind("channel", last.channel())
        .bind("address", last.address())
        .bind("sender", last.sender())
        .bind("concern", concern)
        .bind("first", Rows.at(waiting.getFirst().at()))
        .bind("now", Rows.at(now))
        .execute();
    return turn;
  }
}
