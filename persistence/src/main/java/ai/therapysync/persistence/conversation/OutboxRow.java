package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.message.ChannelName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A row of {@code gateway.outbox}, read under the lock of the person whom it concerns. */
record OutboxRow(
    UUID id,
    long seq,
    Optional<UUID> person,
    Optional<UUID> messageId,
    int part,
    int parts,
    ChannelName channel,
    String address,
    Optional<String> sender,
    String purpose,
    boolean crisis,
    boolean despiteStop,
    String payload,
    Optional<UUID> incident,
    Optional<UUID> contact,
    int step,
    String state,
    int attempts,
    Optional<Instant> lostSince,
    boolean superseded) {

  boolean isPage() {
    return purpose.equals("page") && incident.isPresent() && contact.isPresent();
  }

  /** Whether it asks if a contact may be called on. */
  boolean isContactCheck() {
    return purpose.equals("contact_check") && contact.isPresent();
  }

  /** Whether it answers a person in danger: then it tries their other channel too. */
  boolean answersDanger() {
    return purpose.equals("safe_reply")
        || purpose.equals("help_answer")
        || purpose.equals("concern_reply")
        || purpose.equals("concern")
        || purpose.equals("check_in")
        || (purpose.equals("operator") && crisis);
  }

  /** An ordinary answer by WhatsApp, which an SMS can bring as well; never the other way round. */
  boolean mayBecomeSms() {
    return channel == ChannelName.WHATSAPP
        && (purpose.equals("reply") || purpose.equals("away") || purpose.equals("operator"));
  }

  boolean isOpen() {
    return state.equals("waiting") || state.equals("sending");
  }

  /** Locks the person first, as everything does that may go on to an incident, then the row. */
  static Optional<OutboxRow> lock(Handle handle, UUID id) {
    handle
        .createQuery(
            "SELECT p.id FROM public.profiles p WHERE p.id = (SELECT o.user_id FROM gateway.outbox o"
                + " WHERE o.id = :id) FOR NO KEY UPDATE")
        .bind("id", id)
        .mapTo(UUID.class)
        .list();
    return handle
        .createQuery("SELECT * FROM gateway.outbox WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map((row, _) -> read(row))
        .findOne();
  }

  private static OutboxRow read(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        Optional.ofNullable(row.getObject("user_id", UUID.class)),
        Optional.ofNullable(row.getObject("message_id", UUID.class)),
        row.getInt("part"),
        row.getInt("parts"),
        ChannelName.of(row.getString("channel")),
        row.getString("address"),
        Optional.ofNullable(row.getString("sender")),
        row.getString("purpose"),
        row.getBoolean("crisis"),
        row.getBoolean("despite_stop"),
        row.getString("payload"),
        Optional.ofNullable(row.getObject("incident_id", UUID.class)),
        Optional.ofNullable(row.getObject("contact_id", UUID.class)),
        row.getInt("step"),
        row.getString("state"),
        row.getInt("attempts"),
        Optional.ofNullable(row.getObject("lost_since", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getBoolean("superseded"));
  }
}
