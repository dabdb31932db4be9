package ai.therapysync.gateway.console.escalation;

import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.risk.RiskLevel;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Rules that may be set so and are seldom meant so, each with what it would mean. */
final class Risks {
  private record Risk(Predicate<EscalationPolicy> is, String words) {}

  private static final List<Risk> ALL =
      List.of(
          new Risk(
              policy -> policy.timing().ackTimeout().compareTo(Duration.ofMinutes(15)) > 0,
              "With more than 15 minutes for each contact, the person may wait alone for a long"
                  + " time."),
          new Risk(
              policy -> policy.timing().ackTimeout().compareTo(Duration.ofMinutes(2)) < 0,
              "In less than 2 minutes hardly anybody reads a message: all contacts are alarmed almost"
                  + " at once."),
          new Risk(
              policy -> policy.timing().rounds() == 1,
              "With one round, a contact who misses the first message is not asked again."),
          new Risk(
              policy -> policy.timing().rounds() > 6,
              "After many rounds contacts stop reading: operators hear late that nobody came."),
          new Risk(
              policy -> policy.telling().from() == RiskLevel.IMMINENT,
              "In high danger that is not imminent nobody but operators is told."),
          new Risk(
              policy -> !policy.telling().bySms(),
              "Without SMS contacts are asked by mail alone, which few people read within"
                  + " minutes; a contact without an address is not asked at all."),
          new Risk(
              policy -> policy.timing().askReachedAfter().compareTo(Duration.ofHours(1)) > 0,
              "For more than an hour nobody would notice that the contact who said yes did not"
                  + " reach the person."),
          new Risk(
              policy -> policy.timing().receiptWithin().compareTo(Duration.ofMinutes(5)) > 0,
              "A message that is lost would hold the ladder up for more than 5 minutes."),
          new Risk(
              policy -> policy.timing().operatorReminder().compareTo(Duration.ofHours(1)) > 0,
              "Between two alarms of operators more than an hour passes in which nobody has it."),
          new Risk(
              policy -> policy.followUp().checkInAfter().compareTo(Duration.ofDays(2)) > 0,
              "The person hears nothing for more than two days after an emergency."),
          new Risk(
              policy -> policy.followUp().quiet().compareTo(Duration.ofDays(2)) < 0,
              "An incident may end while the first days, which are the most dangerous, last."));

  private Risks() {}

  static List<String> of(EscalationPolicy policy) {
    return ALL.stream().filter(risk -> risk.is().test(policy)).map(Risk::words).toList();
  }
}
