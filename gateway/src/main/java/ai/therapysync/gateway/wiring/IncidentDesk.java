package ai.therapysync.gateway.wiring;

import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.crisis.safety.SafeReply;
import ai.therapysync.crisis.screening.PhraseScreen;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.EscalationSettings;
import ai.therapysync.gateway.respond.PageTokens;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.crisis.JdbiIncidentBook;
import ai.therapysync.persistence.crisis.OperatorAlerts;
import ai.therapysync.persistence.crisis.Situations;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.OutboxRows;
import ai.therapysync.persistence.views.Secrets;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** What an operator does to an incident from the command line; a running gateway sends the rest. */
public final class IncidentDesk {
  private final CrisisDesk desk;
  private final JdbiIncidentBook book;

  /** On the database and with the keys of the gateway. */
  public IncidentDesk(Configuration configuration, Database database, Sealer sealer) {
    EscalationSettings settings = configuration.escalation();
    Jdbi jdbi = database.jdbi();
    PageTokens links =
        new PageTokens(configuration.http().publicUrl(), new Secrets(jdbi, sealer).macKey("pages"));
    this.desk =
        new CrisisDesk(
            PhraseScreen.load(), new SafeReply(CrisisLines.load()), new NoticeWriter(), links);
    this.book =
        new JdbiIncidentBook(
            jdbi,
            // Only a timer asks the person, and timers ring in a gateway.

            new Incidents(
                new OutboxRows(sealer),
                (_, _, _, _, _) -> {},
                new OperatorAlerts(settings.operatorWebhook().isPresent())),
            new Situations(
                settings.operatorAlertEmail(),
                EscalationPolicy.of(settings.ackTimeout(), settings.rounds()),
                sealer),
            InstantSource.system());
  }

  /** Lets it happen; false when no such incident is open. */
  public boolean happens(IncidentId incident, IncidentEvent event) {
    return book.change(incident, (found, situation) -> desk.on(found, event, situation));
  }
}
