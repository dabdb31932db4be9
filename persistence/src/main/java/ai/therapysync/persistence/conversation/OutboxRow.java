package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Matter;
import ai.therapysync.conversation.delivery.Step;
import ai.therapysync.conversation.delivery.Template;
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
    Optional<String> choices,
    Optional<UUID> incident,
    Optional<UUID> contact,
    int incidentStep,
    String state,
    int attempts,
    Optional<Instant> lostSince,
    boolean superseded,
    Optional<Template.Kind> template) {

  boolean isPage() {
    return purpose.equals("page") && incident.isPresent() && contact.isPresent();
  }

  /** Whether it asks if a contact may be called on. */
  boolean isContactCheck() {
    return purpose.equals("contact_check") && contact.isPresent();
  }

  /** What it is about, as far as it decides by which ways it is tried. */
  Matter matter() {
    if (template.isPresent() || channel == ChannelName.EMAIL) {
      return Matter.ALONE;
    }
    if (contact.isPresent()) {
      return channel == ChannelName.SMS ? ofContact() : Matter.ALONE;
    }
    return messageId.isPresent() ? ofPerson() : Matter.ALONE;
  }

  private Matter ofContact() {
    return isPage() ? Matter.PAGE : Matter.NOTICE;
  }

  private Matter ofPerson() {
    return switch (purpose) {
      case "safe_reply", "help_answer", "concern_reply", "concern", "check_in" -> Matter.DANGER;
      case "operator" -> crisis ? Matter.DANGER : Matter.ANSWER;
      case "reply", "away" -> Matter.ANSWER;
      case "daily_check_in", "mood_after", "handover_waits", "handover", "contacts", "exclusion" ->
          Matter.MOMENT;
      default -> Matter.ALONE;
    };
  }

  Step step() {
    return step(channel, template.map(Template.Kind::word));
  }

  /** The way by which a row of that kind goes. */
  static Step step(ChannelName channel, Optional<String> template) {
    return switch (channel) {
      case WHATSAPP -> template.isPresent() ? Step.TEMPLATE : Step.WHATSAPP;
      case SMS -> Step.SMS;
      case EMAIL -> Step.MAIL;
    };
  }

  /** Whether another way may follow once a provider has it. */
  boolean mayGoOn() {
    return messageId.isPresent() || matter() == Matter.NOTICE;
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
        Optional.ofNullable(row.getString("choices")),
        Optional.ofNullable(row.getObject("incident_id", UUID.class)),
        Optional.ofNullable(row.getObject("contact_id", UUID.class)),
        row.getInt("step"),
        row.getString("state"),
        row.getInt("attempts"),
        Optional.ofNullable(row.getObject("lost_since", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant),
        row.getBoolean("superseded"),
        Optional.ofNullable(row.getString("template")).map(Template.Kind::of));
  }
}
