package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.persistence.views.Readiness;
import java.util.List;

/** Whether somebody would be told if a person were in danger now. */
public final class ReadinessChecks {
  private ReadinessChecks() {}

  /** The checks on this database. */
  public static List<Check> of(Configuration configuration, Readiness readiness) {
    return List.of(() -> recipients(configuration, readiness), () -> contacts(readiness));
  }

  private static Finding recipients(Configuration configuration, Readiness readiness) {
    int named = configuration.escalation().operatorAlertEmail().isPresent() ? 1 : 0;
    int people = readiness.alertRecipients() + named;
    if (people == 0) {
      return Finding.wrong(
          "operators' alert",
          "nobody would be told: set OPERATOR_ALERT_EMAIL, or ./run operator add --email E --role"
              + " support_admin");
    }
    return Finding.fine("operators' alert", people + " would be told");
  }

  private static Finding contacts(Readiness readiness) {
    int without = readiness.peopleWithoutContact();
    int people = readiness.peopleInCare();
    if (without > 0) {
      return Finding.wrong(
          "contacts",
          without
              + " of "
              + people
              + " people in care have no contact who could be reached: in danger, only operators"
              + " would be told");
    }
    return Finding.fine("contacts", "each of " + people + " people in care has one");
  }
}
