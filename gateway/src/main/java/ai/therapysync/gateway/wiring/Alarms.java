package ai.therapysync.gateway.wiring;

import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.gateway.alert.AlertMeters;
import ai.therapysync.gateway.alert.Alerts;
import ai.therapysync.gateway.alert.OperatorWebhook;
import ai.therapysync.gateway.config.EscalationSettings;
import ai.therapysync.persistence.crisis.AlertBook;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Optional;

/** How operators are told by a machine of theirs. */
record Alarms(AlertBook book, Alerts alerts) {
  static Alarms of(
      EscalationSettings settings,
      Store store,
      PageLinks links,
      InstantSource clock,
      MeterRegistry meters,
      Parts parts) {
    AlertBook book = new AlertBook(store.database().jdbi());
    Optional<OperatorWebhook> webhook =
        settings.operatorWebhook().map(one -> parts.add(new OperatorWebhook(one)));
    AlertMeters.register(book, clock, meters);
    return new Alarms(book, new Alerts(book, webhook, links, clock));
  }
}
