package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import java.time.Instant;

/** What a provider said to a message: the closed list that tells whether it may be sent again. */
public sealed interface SendOutcome {
  /** It has the message. {@code status} is the first status, which comes by no callback. */
  record Accepted(String providerId, DeliveryStatus status) implements SendOutcome {}

  /**
   * It does not want the message.
   *
   * @param reason whose fault it is
   * @param code the provider's code or the HTTP or SMTP status
   * @param why a sentence for operators, without private words
   */
  record Rejected(Reason reason, String code, String why) implements SendOutcome {}

  /** Too fast; safe to send again after that time. */
  record Throttled(Instant until) implements SendOutcome {}

  /** Too many messages to this one person: safe to send again, each time four times later. */
  record Crowded() implements SendOutcome {}

  /** No answer, or one that leaves open whether it was taken: ask before sending again. */
  record Unknown(String why) implements SendOutcome {}

  /**
   * Surely not taken, but not refused either: connection refused, breaker open, 5xx before
   * acceptance.
   */
  record NotTaken(String why) implements SendOutcome {}

  /** Why a message was refused. */
  enum Reason {
    /** This address can't be reached by this channel, ever. */
    ADDRESS,
    /** The holder said STOP. */
    OPTED_OUT,
    /** Outside the 24-hour window. */
    WINDOW,
    /** The message itself is not acceptable. */
    CONTENT,
    /** Our account, credentials or configuration. */
    ACCOUNT
  }
}
