package ai.therapysync.gateway.console.escalation;

import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.crisis.incident.PolicyRule.Range;
import ai.therapysync.crisis.incident.Spans;
import java.time.Duration;
import java.util.List;

/** What each rule is called, and what it does to somebody in danger, in plain words. */
public final class RuleWords {
  private RuleWords() {}

  /** Rules that are thought of together. */
  public record Group(String title, List<PolicyRule> rules) {
    public Group {
      rules = List.copyOf(rules);
    }
  }

  /** In the order in which an emergency meets them. */
  public static final List<Group> GROUPS =
      List.of(
          new Group(
              "Asking contacts",
              List.of(
                  PolicyRule.PAGES_FROM,
                  PolicyRule.BY_SMS,
                  PolicyRule.BY_MAIL,
                  PolicyRule.FIRST_NAME,
                  PolicyRule.ACK_TIMEOUT,
                  PolicyRule.ROUNDS,
                  PolicyRule.RECEIPT_WITHIN)),
          new Group(
              "Family and operators", List.of(PolicyRule.FAMILY, PolicyRule.OPERATOR_REMINDER)),
          new Group(
              "Once somebody has it",
              List.of(
                  PolicyRule.PLACE,
                  PolicyRule.ASK_REACHED_AFTER,
                  PolicyRule.CHECK_IN_AFTER,
                  PolicyRule.CHECK_INS,
                  PolicyRule.QUIET)));

  /** Its label. */
  public static String label(PolicyRule rule) {
    return switch (rule) {
      case ACK_TIMEOUT -> "Time to answer";
      case ROUNDS -> "Rounds";
      case ASK_REACHED_AFTER -> "Ask whether they reached the person";
      case RECEIPT_WITHIN -> "Wait for a receipt";
      case OPERATOR_REMINDER -> "Alarm operators again";
      case PAGES_FROM -> "Ask contacts from";
      case BY_SMS -> "By SMS";
      case BY_MAIL -> "By mail";
      case FAMILY -> "Alert households";
      case FIRST_NAME -> "Say the first name";
      case PLACE -> "Pass on where the person is";
      case CHECK_IN_AFTER -> "Ask the person how they are";
      case CHECK_INS -> "How often they are asked";
      case QUIET -> "Quiet before it ends";
    };
  }

  /** What it does. */
  public static String help(PolicyRule rule) {
    return switch (rule) {
      case ACK_TIMEOUT ->
          "How long one contact has before the next is asked. Short: several are asked although the"
              + " first would have come. Long: the person waits alone.";
      case ROUNDS ->
          "How often all contacts are gone through. Who missed the first message is asked again in"
              + " the next round; after the last, only operators are left.";
      case ASK_REACHED_AFTER ->
          "After a contact said yes they are asked whether they reached the person. If they stay"
              + " silent, the next contact is asked.";
      case RECEIPT_WITHIN ->
          "An SMS without a receipt for so long counts as lost, and the next contact is asked at"
              + " once. It counts only where the sender gets receipts.";
      case OPERATOR_REMINDER ->
          "While nobody has it, operators are alarmed again and again, so far apart.";
      case PAGES_FROM ->
          "Below this level no contact and no family hears of it: only operators are alarmed. The"
              + " person gets the safe reply at any level.";
      case BY_SMS -> "Contacts are asked by SMS: what most people notice within minutes.";
      case BY_MAIL -> "Contacts are asked by mail, beside the SMS or in its place.";
      case FAMILY ->
          "With the first contact, members of the person's households who may hear of danger are"
              + " told that someone needs them. Never where someone close may be the danger.";
      case FIRST_NAME ->
          "On: “Maya named you as a contact”. Off: “someone”, which is safer on a phone that others"
              + " read, and easier to take for a mistake.";
      case PLACE ->
          "On: who said yes is told the place that the person sent, in the emergency or in the hour"
              + " before it, and each new one. Off: only operators see it. People send a place to"
              + " us, not to their contacts: switch it on where they were told, or agreed."
              + " Never told to anybody who may be the danger.";
      case CHECK_IN_AFTER ->
          "Once somebody has it: how long after the last sign of danger the person is asked how they"
              + " are, and asked again without an answer. Within the hours in which they are"
              + " written to.";
      case CHECK_INS -> "Without an answer after so many questions operators are alarmed.";
      case QUIET ->
          "An incident ends by itself only when nothing dangerous was said for so long, and the"
              + " person has said that they are safe.";
    };
  }

  /** What may be typed. */
  public static String limits(PolicyRule rule) {
    return switch (rule.range()) {
      case Range.Span(Duration lowest, Duration highest) ->
          "From "
              + Spans.words(lowest)
              + " to "
              + Spans.words(highest)
              + ", with its unit: 90 s, 5 min, 2 h, 3 days";
      case Range.Count(int lowest, int highest) ->
          "A whole number from " + lowest + " to " + highest;
      case Range.Switch _ -> "On or off";
      case Range.Level _ -> "high or imminent";
    };
  }

  /** The same in short, for beside the help; none where there is only a choice. */
  public static String range(PolicyRule rule) {
    return switch (rule.range()) {
      case Range.Span(Duration lowest, Duration highest) ->
          Spans.words(lowest) + " to " + Spans.words(highest);
      case Range.Count(int lowest, int highest) -> lowest + " to " + highest;
      case Range.Switch _, Range.Level _ -> "";
    };
  }

  /** A value as people read it: {@code 5 min} for {@code PT5M}. */
  public static String shown(PolicyRule rule, String value) {
    return rule.range() instanceof Range.Span ? Spans.words(Duration.parse(value)) : value;
  }

  /** The words of a choice; none where a value is typed. */
  public static List<String> choices(PolicyRule rule) {
    return switch (rule.range()) {
      case Range.Switch _ -> List.of("on", "off");
      case Range.Level _ -> List.of("high", "imminent");
      case Range.Span _, Range.Count _ -> List.of();
    };
  }
}
