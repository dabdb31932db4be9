package ai.therapysync.conversation.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message as it came from a provider, verified and parsed. Its text is private and never printed.
 *
 * @param providerId the provider's id, unique within the provider for ever
 * @param from who wrote; an empty handle where the provider names nobody
 * @param sender our own number or id that it was sent to, E.164 where it is a number; the answer
 *     leaves by it
 * @param text the words, the caption, or the label of a button; empty when there are none
 * @param optOutType the provider's own reading of STOP, START or HELP ({@code STOP}, …), where it
 *     gives one
 * @param profileName the name that the sender shows there, where known
 * @param about the provider's id of the message that it answers, reacts to, changes or takes back
 * @param tap the button that was tapped, where it is no more than that
 * @param sentAt when it was sent, by the provider's clock, where it says so
 * @param receivedAt when it reached us
 */
public record InboundMessage(
    Provider provider,
    String providerId,
    ChannelName channel,
    Address from,
    String sender,
    MessageType type,
    String text,
    List<Attachment> attachments,
    Optional<Place> place,
    Optional<String> optOutType,
    Optional<String> profileName,
    Optional<String> about,
    Optional<Tap> tap,
    Optional<Instant> sentAt,
    Instant receivedAt) {
  public InboundMessage {
    attachments = List.copyOf(attachments);
    if (providerId.isBlank()) {
      throw new IllegalArgumentException("A message has its provider's id");
    }
  }

  /** A message that is no tap on a button. */
  public InboundMessage(
      Provider provider,
      String providerId,
      ChannelName channel,
      Address from,
      String sender,
      MessageType type,
      String text,
      List<Attachment> attachments,
      Optional<Place> place,
      Optional<String> optOutType,
      Optional<String> profileName,
      Optional<String> about,
      Optional<Instant> sentAt,
      Instant receivedAt) {
    this(
        provider,
        providerId,
        channel,
        from,
        sender,
        type,
        text,
        attachments,
        place,
        optOutType,
        profileName,
        about,
        Optional.empty(),
        sentAt,
        receivedAt);
  }

  /** The same, as if these had been the words: a tapped button stands for them. */
  public InboundMessage saying(String words) {
    return new InboundMessage(
        provider,
        providerId,
        channel,
        from,
        sender,
        type,
        words,
        attachments,
        place,
        optOutType,
        profileName,
        about,
        tap,
        sentAt,
        receivedAt);
  }

  /** Whether nothing is answered to it: it asks for no answer, or nobody could have one. */
  public boolean isQuiet() {
    return type.isQuiet() || from.value().isBlank();
  }

  @Override
  public String toString() {
    return "InboundMessage[" + provider + " " + providerId + ", " + channel + ", " + type + "]";
  }
}
