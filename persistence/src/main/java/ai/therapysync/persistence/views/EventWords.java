package ai.therapysync.persistence.views;

import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** An incident's timeline in words for an operator. */
final class EventWords {
  private EventWords() {}

  /** What happened; {@code contact} is whom it is about, where it is about one. */
  static String what(String word, String contact) {
    return switch (word) {
      case "opened" -> "Emergency";
      case "joined" -> "Another emergency while this one is open";
      case "close_danger" -> "Someone close may be the danger: only contacts marked safe are told";
      case "ladder_started" -> "The ladder starts";
      case "paged" -> contact + " is paged";
      case "paged_again" -> contact + " is paged again, more urgently";
      case "rung_unanswered" -> contact + " did not answer in time";
      case "rung_failed" -> contact + " can't be reached by SMS";
      case "page_failed" -> "A page to " + contact + " failed";
      case "round_started" -> "A new round through the contacts";
      case "contact_said_yes" -> contact + " answered yes";
      case "contact_said_no" -> contact + " answered that they can't, or no";
      case "answer_ignored" -> "An answer from " + contact + " does not count";
      case "contact_excluded" -> contact + " must not be told";
      case "family_alerted" -> "A household is alerted";
      case "family_acknowledged" -> "A family member has seen the alert";
      case "checked_in" -> "The person is asked how they are";
      case "person_safe" -> "The person says that they are safe";
      case "unheard_sent" -> "The person has sent something without words";
      case "place_sent" -> "The person has sent where they are";
      case "place_passed_on" -> contact + " is told where the person is";
      case "acknowledged" -> "Acknowledged: someone is with it";
      case "operator_acknowledged" -> "An operator is on it";
      case "asked_whether_reached" -> "The responder is asked whether they reached the person";
      case "reached" -> "The person was reached";
      case "confirmed" -> "The responder confirms that they are on it";
      case "responder_silent" -> "The responder does not answer";
      case "ladder_resumed" -> "The ladder goes on";
      case "unanswered" -> "Nobody is left to ask: operators' turn";
      case "operators_alerted" -> "Operators are alerted";
      case "timer_restored" -> "The ladder had lost its timer and goes on";
      case "resolved" -> "Resolved";
      default -> SimulatorViews.spaced(word);
    };
  }

  /** What there is to add: level, round, channel, reason; no ids. */
  static String detail(JsonNode details) {
    return Rows.text(details, "level")
        .or(() ->
            Rows.text(details, "kind").map(kind -> kind.equals("audio") ? "a voice note" : kind))
        .or(() -> Rows.text(details, "round").map(round -> "round " + round))
        .or(() -> Rows.text(details, "channel").map(EventWords::channel))
        .or(() -> Rows.text(details, "reason").map(SimulatorViews::spaced))
        .or(() -> Rows.text(details, "why").map(why -> "the " + why + " can't be used"))
        .orElse("");
  }

  /** {@code sms} and {@code email} as people write them. */
  static String channel(String word) {
    return switch (word) {
      case "sms" -> "SMS";
      case "email" -> "e-mail";
      case "whatsapp" -> "WhatsApp";
      default -> word;
    };
  }

  /** What became of a page on one way. */
  static String page(String state, Optional<String> delivery) {
    return switch (state) {
      case "waiting" -> "waiting";
      case "sending" -> "being sent";
      case "failed" -> "failed";
      case "withdrawn" -> "withdrawn";
      default ->
          switch (delivery.orElse("")) {
            case "delivered", "read", "sent" -> delivery.orElse("");
            case "failed" -> "not delivered";
            default -> "accepted";
          };
    };
  }
}
