package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Failure;
import ai.therapysync.conversation.delivery.Fallback;
import ai.therapysync.conversation.delivery.NextWay;
import ai.therapysync.conversation.delivery.Step;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Sends on, by the next way of its ladder, what did not arrive: a row of the outbox each. */
public final class FallbackRows {
  private final ReachRows reaches;
  private final InvitationRows invitations;
  private final LetterRows letters;
  private final TemplateRows templates;
  private final Sealer sealer;

  /** With what there is to reach people by, and how each way is written. */
  public FallbackRows(
      ReachRows reaches,
      InvitationRows invitations,
      LetterRows letters,
      TemplateRows templates,
      Sealer sealer) {
    this.templates = templates;
    this.reaches = reaches;
    this.invitations = invitations;
    this.letters = letters;
    this.sealer = sealer;
  }

  /** Sends a message on that failed by this row for good. */
  Course goOn(Handle handle, OutboxRow row, String code, Instant now) {
    if (row.payload().isEmpty()) {
      return new Course.Over();
    }
    Map<Step, Failure> failed = reaches.failed(handle, row);
    failed.put(row.step(), Failure.of(code));
    return take(handle, row, row.step(), failed, now);
  }

  /**
   * An invitation did not arrive: what waits for its answer goes on without it.
   *
   * @return the messages for which there was no other way
   */
  List<UUID> goOnUninvited(Handle handle, OutboxRow invitation, String code, Instant now) {
    return InvitationRows.deferred(handle, invitation.address()).stream()
        .filter(row -> isLost(handle, row, code, now))
        .flatMap(row -> row.messageId().stream())
        .toList();
  }

  private boolean isLost(Handle handle, OutboxRow row, String code, Instant now) {
    Map<Step, Failure> failed = new EnumMap<>(reaches.failed(handle, row));
    failed.put(Step.WHATSAPP, Failure.WINDOW);
    failed.put(Step.TEMPLATE, Failure.of(code));
    InvitationRows.end(handle, row, now);
    return take(handle, row, Step.TEMPLATE, failed, now) instanceof Course.Over;
  }

  private Course take(
      Handle handle, OutboxRow row, Step tried, Map<Step, Failure> failed, Instant now) {
    boolean again = tried == Step.TEMPLATE || ReachRows.tries(handle, row) > 1;
    NextWay next =
        Fallback.after(row.matter(), tried, again, reaches.reach(handle, row, failed, now));
    return switch (next) {
      case NextWay.Again(var after) -> new Course.Again(now.plus(after));
      case NextWay.By(Step step) -> by(handle, row, step, now);
      case NextWay.Nowhere _ -> new Course.Over();
    };
  }

  private Course by(Handle handle, OutboxRow row, Step step, Instant now) {
    return switch (step) {
      case WHATSAPP -> words(handle, row, ChannelName.WHATSAPP, now);
      case SMS -> words(handle, row, ChannelName.SMS, now);
      case MAIL -> letters.write(handle, row, now);
      case TEMPLATE -> invitations.write(handle, row, now);
    };
  }

  /** The same words by another channel, from the sender by which they know us there. */
  private Course words(Handle handle, OutboxRow row, ChannelName channel, Instant now) {
    UUID id = UUID.randomUUID();
    handle
        .createUpdate(
            """
            INSERT INTO gateway.outbox (id, user_id, message_id, channel, address, sender,
              purpose, crisis, despite_stop, payload, choices, incident_id, step, created_at, part, parts)
            SELECT :id, o.user_id, o.message_id, :channel, o.address, :sender, o.purpose,
              o.crisis, o.despite_stop, :payload, :choices, o.incident_id, o.step, :now, o.part, o.parts
            FROM gateway.outbox o WHERE o.id = :row
            """)
        .bind("id", id)
        .bind("channel", channel.word())
        .bind("sender", templates.sender(handle, row.address(), channel).orElse(null))
        .bind("payload", sealedFor(id, row.payload(), row))
        .bind("choices", row.choices().map(sealed -> sealedFor(id, sealed, row)).orElse(null))
        .bind("now", Rows.at(now))
        .bind("row", row.id())
        .execute();
    Agenda.delivery(handle, id, row.crisis(), now);
    return new Course.Elsewhere();
  }

  private String sealedFor(UUID id, String sealed, OutboxRow row) {
    return sealer.sealOwn(sealer.openOwn(sealed, row.id()), id);
  }
}
