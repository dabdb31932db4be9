package ai.therapysync.conversation.message;

import java.util.Optional;

/**
 * One message ready to be handed to a provider. Its text is private and never printed.
 *
 * @param id ours, stable over retries
 * @param sender our number to send from, E.164; empty for the channel's configured one
 * @param subject the subject of a mail; empty text elsewhere
 * @param crisis a page, a safe reply or a notice of an incident: no rate limit, no open breaker and
 *     no long validity may hold it
 * @param offer the answers that are offered with the text: the channel shows them as it can
 * @param template what goes in place of the text, where the provider takes no words of ours
 */
public record OutboundMessage(
    OutboundId id,
    ChannelName channel,
    Optional<String> sender,
    Address to,
    String subject,
    String text,
    boolean crisis,
    Optional<Offer> offer,
    Optional<TemplateText> template) {
  /** A message in words of ours. */
  public OutboundMessage(
      OutboundId id,
      ChannelName channel,
      Optional<String> sender,
      Address to,
      String subject,
      String text,
      boolean crisis) {
    this(id, channel, sender, to, subject, text, crisis, Optional.empty(), Optional.empty());
  }

  /** A message, or what goes in its place, without answers to choose from. */
  public OutboundMessage(
      OutboundId id,
      ChannelName channel,
      Optional<String> sender,
      Address to,
      String subject,
      String text,
      boolean crisis,
      Optional<TemplateText> template) {
    this(id, channel, sender, to, subject, text, crisis, Optional.empty(), template);
  }

  /**
   * The text as a channel without buttons shows it: what can be answered stands in it, numbered.
   */
  public String numbered() {
    return offer.map(offered -> offered.choices().numbered(text)).orElse(text);
  }

  @Override
  public String toString() {
    return "OutboundMessage[" + id + ", " + channel + (crisis ? ", crisis]" : "]");
  }
}
