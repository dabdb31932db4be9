package ai.therapysync.conversation.opinion;

import ai.therapysync.conversation.intake.Circumstances;
import ai.therapysync.conversation.intake.Received;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Utterance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where messages that were received are looked at once more. */
public interface Reconsideration {
  /**
   * A message as it was received, with what was said before it; empty when it is not there any
   * more.
   */
  Optional<Earlier> look(UUID inbound);

  /**
   * Applies a rule to the message as things stand now, under the person's lock, and writes all that
   * follows, in one transaction that uses up the task: it happens once.
   */
  void decide(String task, UUID inbound, Rule rule);

  /** A message, and the lines before it, oldest first. */
  record Earlier(Utterance message, List<Utterance> before) {
    public Earlier {
      before = List.copyOf(before);
    }
  }

  /** What follows from a message, the highest level that it has been given, and the moment. */
  @FunctionalInterface
  interface Rule {
    /** All that is to be written. */
    Received apply(InboundMessage message, RiskLevel known, Circumstances at);
  }
}
