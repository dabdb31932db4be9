package ai.therapysync.gateway.wiring;

import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.escalation.ContactChecks;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.gateway.api.Commands;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.EscalationSettings;
import ai.therapysync.gateway.console.escalation.PolicyDesk;
import ai.therapysync.gateway.console.notes.NotesPart;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.people.PeoplePage;
import ai.therapysync.gateway.console.people.Tools;
import ai.therapysync.gateway.respond.PageTokens;
import ai.therapysync.persistence.conversation.Contents;
import ai.therapysync.persistence.conversation.OperatorNotes;
import ai.therapysync.persistence.crisis.ContactBook;
import ai.therapysync.persistence.crisis.ContactDrill;
import ai.therapysync.persistence.crisis.Situations;
import ai.therapysync.persistence.erasure.Erasure;
import ai.therapysync.persistence.export.Export;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.OutboxRows;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** The console's pages of people. */
final class PeopleDesk {
  private PeopleDesk() {}

  static ConsolePage page(
      Configuration configuration,
      Store store,
      Commands commands,
      PageTokens links,
      PolicyDesk policies,
      InstantSource clock) {
    Jdbi jdbi = store.database().jdbi();
    ContactDrill drill =
        new ContactDrill(
            jdbi,
            situations(configuration.escalation(), store.sealer()),
            new ContactBook(new OutboxRows(store.sealer())),
            new ContactChecks(new NoticeWriter(), links));
    return new PeoplePage(
        new Tools(
            Doors.callers(store, clock),
            commands,
            drill,
            new Export(jdbi, store.sealer(), clock),
            new Erasure(jdbi, clock),
            policies,
            notes(store, clock),
            clock));
  }

  /** What operators note of a person, wherever it is shown. */
  static NotesPart notes(Store store, InstantSource clock) {
    return new NotesPart(new OperatorNotes(new Contents(store.sealer()), clock));
  }

  /** The ladder's rules, and what the ladder would do with others. */
  static PolicyDesk policies(
      EscalationSettings settings, CrisisDesk desk, Sealer sealer, InstantSource clock) {
    return new PolicyDesk(
        EscalationPolicy.of(settings.ackTimeout(), settings.rounds()),
        situations(settings, sealer),
        desk.rehearsal(),
        clock);
  }

  private static Situations situations(EscalationSettings settings, Sealer sealer) {
    return new Situations(
        settings.operatorAlertEmail(),
        EscalationPolicy.of(settings.ackTimeout(), settings.rounds()),
        sealer);
  }
}
