package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Matter;
import ai.therapysync.conversation.delivery.MovedText;
import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.persistence.crisis.Situations;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.NewMessage;
import ai.therapysync.persistence.tasks.OutboxRows;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tells people once that WhatsApp is switched off and where we are instead: before the first
 * ordinary answer that now comes by SMS. Nobody is written to who is not in talk with us; a text to
 * everybody at once would take a sender days.
 */
public final class MovedRows {
  private static final String PURPOSE = "moved";

  private final Contents contents;
  private final OutboxRows outbox;
  private final Situations situations;
  private final MovedText text = new MovedText();

  /** With the seals, the outbox, and who knows people's languages. */
  public MovedRows(Contents contents, OutboxRows outbox, Situations situations) {
    this.contents = contents;
    this.outbox = outbox;
    this.situations = situations;
  }

  void tell(Handle handle, OutboxRow row, Routes routes, Instant offSince, Instant now) {
    Optional<Routes.Route> sms =
        routes
            .by(ChannelName.SMS)
            .filter(
                way -> ChannelSwitches.offSince(handle, ChannelName.SMS, way.provider()).isEmpty());
    if (sms.isEmpty()
        || row.person().isEmpty()
        || !isAnswer(row)
        || isTold(handle, row, offSince)) {
      return;
    }
    UUID person = row.person().get();
    String words =
        text.moved(situations.load(handle, person, now).person().language(), sms.get().sender());
    Way.find(handle, person, now)
        .filter(way -> way.address().equals(row.address()))
        .ifPresent(way -> write(handle, person, way, words, now));
  }

  /** Of the ordinary answers by WhatsApp; who is in danger is not told of our channels. */
  private static boolean isAnswer(OutboxRow row) {
    return row.channel() == ChannelName.WHATSAPP
        && (row.matter() == Matter.ANSWER || row.matter() == Matter.MOMENT);
  }

  private static boolean isTold(Handle handle, OutboxRow row, Instant offSince) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM gateway.outbox WHERE address = :address"
                + " AND purpose = :purpose AND created_at >= :since)")
        .bind("address", row.address())
        .bind("purpose", PURPOSE)
        .bind("since", Rows.at(offSince))
        .mapTo(Boolean.class)
        .one();
  }

  private void write(Handle handle, UUID person, Way way, String words, Instant now) {
    UUID id = UUID.randomUUID();
    MessageRows.insert(
        handle,
        new MessageRows.Shown(
            id,
            way.integration(),
            person,
            "system",
            contents.seal(contents.keyOf(handle, person), way.encrypts(), words, id),
            Rows.write(Map.of("kind", PURPOSE)),
            Optional.empty(),
            ChannelName.SMS.word(),
            now));
    outbox.add(
        handle,
        new NewMessage(
            UUID.randomUUID(),
            Optional.of(person),
            Optional.of(id),
            ChannelName.SMS,
            way.address(),
            Optional.empty(),
            PURPOSE,
            false,
            false,
            "",
            words,
            Optional.empty()),
        now);
  }
}
