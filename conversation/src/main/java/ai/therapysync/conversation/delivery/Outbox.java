package ai.therapysync.conversation.delivery;

import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.incident.IncidentId;
import java.time.Instant;
import java.util.Optional;

/** Where messages wait until a provider has them; one transaction a call. */
public interface Outbox {
  /** Takes a message to send it: it is marked as being sent before the provider hears of it. */
  Claim claim(OutboundId id);

  /** Writes what the provider said, with all that follows from it. */
  void settle(OutboundId id, Settlement settlement);

  /** Keeps a provider's report and applies it as soon as its message is known. */
  void report(StatusReport report);

  /** Whether a provider's id belongs to a message of ours already. */
  boolean knows(Provider provider, String providerId);

  /**
   * Whether a page of this step lacks a receipt, though its sender had one in the last 24 hours.
   */
  boolean lacksReceipt(IncidentId incident, int step);

  /** What claiming comes to. */
  sealed interface Claim {
    /**
     * To be sent now.
     *
     * @param lostSince an earlier attempt began then and its answer was lost
     * @param superseded it has been replaced, or nobody needs it any more: it may be asked about,
     *     and is not sent again
     * @param attempts how often it has been tried before
     */
    record Ours(
        OutboundMessage message,
        Provider provider,
        Optional<Instant> lostSince,
        boolean superseded,
        int attempts)
        implements Claim {}

    /** An earlier message of the same conversation goes first. */
    record NotYet(Instant again) implements Claim {}

    /** Sent, withdrawn, replaced, or not to be sent at all. */
    record Gone() implements Claim {}
  }

  /** What became of an attempt. */
  sealed interface Settlement {
    /** A provider has it. */
    record Accepted(String providerId, DeliveryStatus status) implements Settlement {}

    /**
     * It is refused.
     *
     * @param optedOut the number said STOP
     * @param retry try again then all the same: it is our account's fault, and someone may mend it
     */
    record Refused(String code, String why, boolean optedOut, Optional<Instant> retry)
        implements Settlement {}

    /**
     * It is tried again then.
     *
     * @param lost whether the provider may have it: it is asked first
     */
    record Later(Instant at, boolean lost) implements Settlement {}

    /** Nobody needs it any more, and the provider does not have it. */
    record Withdrawn() implements Settlement {}
  }
}
