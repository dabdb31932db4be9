package ai.therapysync.gateway.console.people;

import java.util.Map;

/** What a gate decided, in words for operators; by the gate and its decision. */
final class GateWords {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("turn answered", "Answered"),
          Map.entry("turn closed", "Kept until opening"),
          Map.entry("turn left_alone", "Left unanswered"),
          Map.entry("crisis incident_opened", "An incident was opened"),
          Map.entry("crisis safe_reply", "Answered with safe words"),
          Map.entry("crisis answer_at_once", "Signs of danger: answered at once"),
          Map.entry("crisis asked_at_once", "Asked at once whether they are safe"),
          Map.entry("crisis help_answered", "HELP was answered"),
          Map.entry("crisis waits_for_human", "Left to a human"),
          Map.entry("second_opinion raised", "A second look saw more danger"),
          Map.entry("second_opinion unchanged", "A second look saw no more danger"),
          Map.entry("escalation nobody_told", "No contact is told"),
          Map.entry("escalation only_safe_told", "Only safe contacts are told"),
          Map.entry("takeover asked_for", "They asked for a human"),
          Map.entry("takeover taken", "A human took over"),
          Map.entry("takeover given_back", "Given back to the companion"),
          Map.entry("takeover waits_for_human", "Left to a human"),
          Map.entry("operator answered", "An operator wrote"),
          Map.entry("auto_responses waits_for_human", "Left to a human"),
          Map.entry("intake silent", "Asks for no answer"),
          Map.entry("opt_out silent", "Not answered"),
          Map.entry("opt_out stopped", "STOP: nothing is sent any more"),
          Map.entry("opt_out started", "START: messages are sent again"),
          Map.entry("verification verified", "A number was verified"),
          Map.entry("verification refused", "A number was not verified"),
          Map.entry("contacts checked", "Contacts were asked whether they can be called on"),
          Map.entry("contacts verified", "A contact can be called on"),
          Map.entry("contacts declined", "A contact declined"),
          Map.entry("contacts excluded", "A contact must not be told"),
          Map.entry("contacts prompted", "A contact was asked for a clear answer"),
          Map.entry("contacts silent", "A contact's answer changed nothing"),
          Map.entry("responder acknowledged", "As a contact, they came to somebody's help"),
          Map.entry("responder declined", "As a contact, they can't come"),
          Map.entry("responder prompted", "As a contact, they were asked for a clear answer"),
          Map.entry("responder ignored", "As a contact, they are not told"),
          Map.entry("family acknowledged", "As family, they saw the alert"),
          Map.entry("onboarding joined", "They joined"));

  private static final Map<String, String> PURPOSES =
      Map.ofEntries(
          Map.entry("reply", "The companion's answer"),
          Map.entry("concern_reply", "An answer in worry"),
          Map.entry("concern", "The question whether they are safe"),
          Map.entry("safe_reply", "The safe reply"),
          Map.entry("help_answer", "The answer to HELP"),
          Map.entry("page", "A page to a contact"),
          Map.entry("check_in", "A check-in"),
          Map.entry("away", "The message that we are closed"),
          Map.entry("operator", "An operator's words"),
          Map.entry("closed_door", "The closed door"),
          Map.entry("onboarding", "A step of the way in"),
          Map.entry("confirmation", "The confirmation of STOP or START"),
          Map.entry("verification", "Word about a number's code"),
          Map.entry("exclusion", "Word that a contact is not told"),
          Map.entry("contacts", "Where their contacts stand"),
          Map.entry("handover", "Word about the human they asked for"),
          Map.entry("handover_waits", "Word that nobody is free yet"),
          Map.entry("prompt", "How a contact can answer"),
          Map.entry("receipt", "Thanks to a contact who comes"),
          Map.entry("place", "Where the person is, to a contact who comes"),
          Map.entry("question", "The question whether a contact reached them"),
          Map.entry("cry", "Word to a contact that they wrote again"),
          Map.entry("standing", "Word to a contact how things stand"),
          Map.entry("family_alert", "An alert to family"),
          Map.entry("operator_alert", "An alert to operators"),
          Map.entry("contact_check", "A question to a contact"),
          Map.entry("contact_check_again", "How a contact can answer"),
          Map.entry("contact_check_thanks", "Thanks to a contact"));

  private GateWords() {}

  /** A decision that has no words yet stands as it is recorded. */
  static String decision(String gate, String decision) {
    return WORDS.getOrDefault(gate + " " + decision, plain(gate) + ": " + plain(decision));
  }

  /** What a message was for. */
  static String purpose(String purpose) {
    return PURPOSES.getOrDefault(purpose, plain(purpose));
  }

  private static String plain(String word) {
    return word.replace('_', ' ');
  }
}
