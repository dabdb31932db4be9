package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Failure;
import ai.therapysync.conversation.delivery.Reach;
import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.delivery.Step;
import ai.therapysync.conversation.message.ChannelName;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads by which ways a message has been tried, and by which it still can be. */
public final class ReachRows {
  /** Other rows of the same message: another channel, or an invitation. */
  private static final String OTHERS =
      """
      SELECT o.channel, o.template, coalesce(o.error, (SELECT d.error_code
          FROM gateway.deliveries d WHERE d.outbox_id = o.id AND d.status = 'failed'
          ORDER BY d.attempt DESC LIMIT 1), '') AS code
      FROM gateway.outbox o
      WHERE o.message_id = :message AND (o.part = :part OR o.template IS NOT NULL) AND o.id <> :row
      """;

  private final Routes routes;
  private final InvitationRows invitations;
  private final LetterRows letters;

  /** With the channels that are on, and what else there is to reach people by. */
  public ReachRows(Routes routes, InvitationRows invitations, LetterRows letters) {
    this.routes = routes;
    this.invitations = invitations;
    this.letters = letters;
  }

  /** The other ways that were tried before, or are being tried; to be added to. */
  Map<Step, Failure> failed(Handle handle, OutboxRow row) {
    Map<Step, Failure> failed = new EnumMap<>(Step.class);
    row.messageId()
        .ifPresent(message ->
            handle
                .createQuery(OTHERS)
                .bind("message", message)
                .bind("part", row.part())
                .bind("row", row.id())
                .map((other, _) ->
                    Map.entry(
                        OutboxRow.step(
                            ChannelName.of(other.getString("channel")),
                            Optional.ofNullable(other.getString("template"))),
                        Failure.of(other.getString("code"))))
                .forEach(other -> failed.put(other.getKey(), other.getValue())));
    return failed;
  }

  Reach reach(Handle handle, OutboxRow row, Map<Step, Failure> failed, Instant now) {
    Set<Step> on = EnumSet.noneOf(Step.class);
    if (routes.by(ChannelName.SMS).isPresent() && row.address().matches("\\+[0-9]+")) {
      on.add(Step.SMS);
    }
    if (routes.by(ChannelName.WHATSAPP).isPresent()) {
      on.add(Step.WHATSAPP);
    }
    if (invitations.isThere(handle, row, now)) {
      on.add(Step.TEMPLATE);
    }
    if (letters.isThere(row)) {
      on.add(Step.MAIL);
    }
    return new Reach(failed, on, WindowRows.of(handle, row.address(), now));
  }

  /** How often this row has failed. */
  static int tries(Handle handle, OutboxRow row) {
    return handle
        .createQuery(
            "SELECT count(*) FROM gateway.deliveries WHERE outbox_id = :id AND status = 'failed'")
        .bind("id", row.id())
        .mapTo(Integer.class)
        .one();
  }
}
