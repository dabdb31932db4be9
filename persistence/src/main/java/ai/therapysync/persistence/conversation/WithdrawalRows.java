package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.Received.Revision;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.tasks.Agenda;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Takes words away that a person took back or changed: nobody reads them any more, and nothing is
 * answered or remembered of them. Where danger was seen in them, they are kept apart until the
 * emergency is over.
 */
final class WithdrawalRows {
  /** What {@code delivery_status} says of such a message. */
  static final String WITHDRAWN = "withdrawn";

  static final String EDITED = "edited";

  /** The condition on {@code whatsapp_messages m} that says "still said". */
  static final String SAID = "coalesce(m.delivery_status, '') NOT IN ('withdrawn', 'edited')";

  /** The message, and what it was changed to before. */
  private static final String FOUND =
      """
      SELECT i.id, i.message_id, i.turn_id, i.user_id, m.content,
        EXISTS (SELECT 1 FROM public.crisis_assessments a WHERE a.message_id = m.id) AND (
          EXISTS (SELECT 1 FROM gateway.turns t WHERE t.id = i.turn_id
            AND t.state IN ('waiting', 'taken'))
          OR EXISTS (SELECT 1 FROM public.crisis_interventions ci
            WHERE ci.user_id = i.user_id AND %s)) AS needed,
        EXISTS (SELECT 1 FROM gateway.gate_decisions g
          WHERE g.inbound_id = i.id AND g.gate = 'stranger_alarm') AS alarmed
      FROM gateway.inbound o JOIN gateway.inbound i ON i.id = o.id
        OR (i.provider = o.provider AND i.about = o.provider_message_id AND i.address = o.address
          AND i.message_type = 'edit' AND i.id <> :current)
      LEFT JOIN public.whatsapp_messages m ON m.id = i.message_id
      WHERE o.id = :original
      """
          .formatted(Incidents.openCondition());

  private final Contents contents;

  WithdrawalRows(Contents contents) {
    this.contents = contents;
  }

  private record Words(
      UUID inbound,
      Optional<UUID> message,
      Optional<UUID> turn,
      String content,
      boolean needed,
      boolean alarmed) {
    static Words read(ResultSet row) throws SQLException {
      return new Words(
          row.getObject("id", UUID.class),
          Optional.ofNullable(row.getObject("message_id", UUID.class)),
          Optional.ofNullable(row.getObject("turn_id", UUID.class)),
          Optional.ofNullable(row.getString("content")).orElse(""),
          row.getBoolean("needed"),
          row.getBoolean("alarmed"));
    }
  }

  void write(ReceivedRows.Context context) {
    switch (context.received().revision()) {
      case Revision.Nothing _ -> {}
      case Revision.TakesBack(UUID original) -> withdraw(context, original, WITHDRAWN);
      case Revision.CameTooLate _ -> withdraw(context, context.inbound(), WITHDRAWN);
      case Revision.Changes(UUID original) -> {
        takePlace(context, original);
        withdraw(context, original, EDITED);
      }
    }
  }

  /** An edit is read where its message was said. */
  private static void takePlace(ReceivedRows.Context context, UUID original) {
    context
        .handle()
        .createUpdate(
            "UPDATE public.whatsapp_messages n SET \"timestamp\" = o.\"timestamp\" +"
                + " interval '1 microsecond', therapy_session_id = o.therapy_session_id"
                + " FROM public.whatsapp_messages o JOIN gateway.inbound i ON i.message_id = o.id"
                + " WHERE i.id = :original AND n.id = :message AND o.id <> n.id")
        .bind("original", original)
        .bind("message", context.shown().orElse(null))
        .execute();
    // A turn that is being taken, or comes again after a crash, has it to read.
    context
        .handle()
        .createUpdate(
            "UPDATE gateway.inbound n SET turn_id = o.turn_id FROM gateway.inbound o"
                + " WHERE o.id = :original AND n.id = :current AND n.turn_id IS NULL")
        .bind("original", original)
        .bind("current", context.inbound())
        .execute();
  }

  private void withdraw(ReceivedRows.Context context, UUID original, String how) {
    Handle handle = context.handle();
    List<Words> found =
        handle
            .createQuery(FOUND)
            .bind("original", original)
            .bind("current", context.inbound())
            .map((row, _) -> Words.read(row))
            .list();
    for (Words words : found) {
      words
          .message()
          .ifPresent(message -> {
            keep(context, words, message);
            empty(handle, message, how);
          });
      if (how.equals(WITHDRAWN) && !words.alarmed()) {
        forget(context, words);
      }
      words.turn().ifPresent(turn -> leave(handle, turn, context.now()));
    }
  }

  /** Whoever helps may need to know what was said. */
  private void keep(ReceivedRows.Context context, Words words, UUID message) {
    Optional<DataKey> key = context.loaded().key();
    if (!words.needed() || key.isEmpty()) {
      return;
    }
    String said = Utterances.readable(contents, key.get(), words.content(), message);
    if (said.isBlank()) {
      return;
    }
    context
        .handle()
        .createUpdate(
            "INSERT INTO gateway.withdrawn_words (message_id, user_id, content, withdrawn_at)"
                + " VALUES (:message, :person, :content, :now) ON CONFLICT DO NOTHING")
        .bind("message", message)
        .bind("person", context.person().orElseThrow())
        .bind("content", contents.seal(key.get(), true, said, message))
        .bind("now", Rows.at(context.now()))
        .execute();
    Agenda.withdrawal(context.handle(), message, context.now().plus(Withdrawals.AGAIN));
  }

  private static void empty(Handle handle, UUID message, String how) {
    handle
        .createUpdate(
            "UPDATE public.whatsapp_messages SET content = '', delivery_status = :how"
                + " WHERE id = :message AND sender_type = 'user'")
        .bind("how", how)
        .bind("message", message)
        .execute();
  }

  /** With what came beside the words, and what was learned of them. */
  private static void forget(ReceivedRows.Context context, Words words) {
    context
        .handle()
        .createUpdate("UPDATE gateway.inbound SET content = NULL WHERE id = :id")
        .bind("id", words.inbound())
        .execute();
    words.message().ifPresent(message -> MediaRows.forget(context.handle(), message));
    words
        .turn()
        .ifPresent(
            turn -> UnlearnRows.unlearn(context.handle(), turn, words.message(), context.now()));
  }

  /**
   * A turn in which nothing is left to answer is not taken; a concern is asked after all the same.
   */
  private static void leave(Handle handle, UUID turn, Instant now) {
    handle
        .createUpdate(
            "UPDATE gateway.turns t SET state = 'cancelled', ended_at = :now WHERE t.id = :turn"
                + " AND t.state = 'waiting' AND NOT t.concern AND NOT EXISTS (SELECT 1"
                + " FROM gateway.inbound i JOIN public.whatsapp_messages m ON m.id = i.message_id"
                + " WHERE i.turn_id = t.id AND "
                + SAID
                + ")")
        .bind("turn", turn)
        .bind("now", Rows.at(now))
        .execute();
  }
}
