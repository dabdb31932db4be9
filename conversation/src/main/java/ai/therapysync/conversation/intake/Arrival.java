package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.handover.Hold;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.risk.Assessment;
import java.util.List;

/**
 * One message of one person in care.
 *
 * @param seen what the screen made of it
 * @param help it is nothing but a cry for help
 * @param excluded contacts who, it says, must not be told; the situation knows it already
 */
record Arrival(
    InboundMessage message,
    Assessment seen,
    boolean help,
    Circumstances at,
    Writer writer,
    List<EmergencyContact> excluded) {
  Arrival {
    excluded = List.copyOf(excluded);
  }

  PersonInCare person() {
    return writer.crisis().person();
  }

  /** A human answers this person: they hold the conversation, or automatic replies are off. */
  boolean isForHumans() {
    return writer.hold() == Hold.OPERATOR || !writer.settings().autoResponses();
  }

  /** The person has asked for a human, and none is there yet: in danger they are not left alone. */
  boolean awaitsHuman() {
    return writer.hold() == Hold.AWAITED;
  }

  List<String> excludedNames() {
    return excluded.stream()
        .map(EmergencyContact::name)
        .filter(name -> !name.isBlank())
        .distinct()
        .toList();
  }
}
