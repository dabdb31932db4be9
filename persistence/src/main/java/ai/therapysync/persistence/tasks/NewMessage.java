package ai.therapysync.persistence.tasks;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Offer;
import java.util.Optional;
import java.util.UUID;

/**
 * A row of the outbox that is to be written. Private: never printed.
 *
 * @param person whom it concerns; empty for strangers' and operators' mail without an incident
 * @param messageId the row of {@code whatsapp_messages} that shows it, where there is one
 * @param sender our number to send from; empty for the channel's configured one
 * @param purpose why it is sent; the schema's word
 * @param incident the incident that it belongs to
 * @param letter the mail that it becomes where the number does not get it
 * @param offer the answers that can be tapped to it
 */
public record NewMessage(
    UUID id,
    Optional<UUID> person,
    Optional<UUID> messageId,
    ChannelName channel,
    String address,
    Optional<String> sender,
    String purpose,
    boolean crisis,
    boolean despiteStop,
    String subject,
    String text,
    Optional<Incident> incident,
    Optional<Letter> letter,
    Optional<Offer> offer) {
  /** A message without a mail in its place. */
  public NewMessage(
      UUID id,
      Optional<UUID> person,
      Optional<UUID> messageId,
      ChannelName channel,
      String address,
      Optional<String> sender,
      String purpose,
      boolean crisis,
      boolean despiteStop,
      String subject,
      String text,
      Optional<Incident> incident) {
    this(
        id,
        person,
        messageId,
        channel,
        address,
        sender,
        purpose,
        crisis,
        despiteStop,
        subject,
        text,
        incident,
        Optional.empty(),
        Optional.empty());
  }

  /** The same, to which these answers can be tapped. */
  public NewMessage offering(Optional<Offer> answers) {
    return new NewMessage(
        id,
        person,
        messageId,
        channel,
        address,
        sender,
        purpose,
        crisis,
        despiteStop,
        subject,
        text,
        incident,
        letter,
        answers);
  }

  /** A mail. Private: never printed. */
  public record Letter(String address, String subject, String text) {
    @Override
    public String toString() {
      return "Letter[private]";
    }
  }

  /**
   * Where a message stands in its incident.
   *
   * @param contact the contact it goes to, or that a prompt is for
   * @param member the family member it goes to
   */
  public record Incident(
      UUID id, Optional<UUID> contact, Optional<UUID> member, int step, Optional<String> code) {}

  @Override
  public String toString() {
    return "NewMessage[" + id + ", " + purpose + "]";
  }
}
