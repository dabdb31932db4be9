package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.WebhookSettings;
import ai.therapysync.persistence.crisis.AlertBook;
import ai.therapysync.persistence.views.Readiness;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Whether somebody would be told if a person were in danger now. */
public final class ReadinessChecks {
  private static final String CONTACTS = "contacts";
  private static final String LAST = "last message";
  private static final String WEBHOOK = "operators' hook";
  private static final int MOST_LINES = 20;

  private ReadinessChecks() {}

  /** The checks on this database. */
  public static List<Check> of(Configuration configuration, Readiness readiness) {
    return List.of(
        () -> recipients(configuration, readiness),
        () -> webhook(configuration, readiness),
        () -> contacts(readiness.contacts()),
        () -> deliveries(readiness.contacts()),
        () -> verified(readiness.contacts()),
        () -> erasures(readiness.accountsLeft()));
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

  /** Nothing is sent: an alert that means nothing would teach operators to overlook the next. */
  private static Finding webhook(Configuration configuration, Readiness readiness) {
    Optional<WebhookSettings> webhook = configuration.escalation().operatorWebhook();
    if (webhook.isEmpty()) {
      return Finding.off(WEBHOOK, "off: OPERATOR_WEBHOOK_URL is not set");
    }
    AlertBook.Failing failing = readiness.webhook(InstantSource.system().instant());
    if (failing.alerts() > 0) {
      return Finding.wrong(
          WEBHOOK,
          webhook.get().address().getHost()
              + " did not take "
              + failing.alerts()
              + " alerts of the last two days ("
              + failing.lastError()
              + "): check OPERATOR_WEBHOOK_URL and its receiver");
    }
    return Finding.fine(WEBHOOK, "no alert of the last two days was left untaken");
  }

  private static Finding contacts(Readiness.OfContacts ready) {
    if (ready.alone().isEmpty()) {
      return Finding.fine(CONTACTS, "each of " + ready.people() + " people in care has one");
    }
    return Finding.wrong(
        CONTACTS,
        ready.alone().size()
            + " of "
            + ready.people()
            + " people in care have no contact who could be reached: in danger, only operators"
            + " would be told",
        some(ready.alone().stream().map(UUID::toString).toList()));
  }

  private static Finding deliveries(Readiness.OfContacts ready) {
    if (ready.failed().isEmpty()) {
      return Finding.fine(LAST, "reached every contact who had one");
    }
    return Finding.wrong(
        LAST,
        "did not reach "
            + ready.failed().size()
            + " contacts: see to it that their people give another number",
        some(
            ready.failed().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .sorted()
                .toList()));
  }

  /** No fault: nobody has to say yes. */
  private static Finding verified(Readiness.OfContacts ready) {
    return Finding.fine(
        "contacts' yes",
        ready.verified()
            + " of "
            + ready.contacts()
            + " contacts said that they may be called on; ./run contacts verify --all asks the"
            + " others");
  }

  private static Finding erasures(List<UUID> left) {
    if (left.isEmpty()) {
      return Finding.fine("erasures", "nobody who was erased has an account left");
    }
    return Finding.wrong(
        "erasures",
        left.size()
            + " people were erased whose row of auth.users the login may not delete: delete their"
            + " accounts yourself",
        some(left.stream().map(UUID::toString).toList()));
  }

  private static List<String> some(List<String> all) {
    if (all.size() <= MOST_LINES) {
      return all;
    }
    List<String> some = new ArrayList<>(all.subList(0, MOST_LINES));
    some.add("and " + (all.size() - MOST_LINES) + " more");
    return some;
  }
}
