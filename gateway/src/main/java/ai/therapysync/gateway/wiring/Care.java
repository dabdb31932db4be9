package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.Conversations;
import ai.therapysync.conversation.delivery.Outbox;
import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.handover.Handovers;
import ai.therapysync.conversation.intake.Inbox;
import ai.therapysync.conversation.intake.Intake;
import ai.therapysync.conversation.intake.IntakePolicy;
import ai.therapysync.conversation.learning.Learning;
import ai.therapysync.conversation.memory.Forgettings;
import ai.therapysync.conversation.onboarding.Onboardings;
import ai.therapysync.conversation.opinion.Opinion;
import ai.therapysync.conversation.opinion.Reconsideration;
import ai.therapysync.conversation.opinion.SecondLook;
import ai.therapysync.conversation.practice.Practice;
import ai.therapysync.conversation.turn.Journal;
import ai.therapysync.conversation.turn.Sessions;
import ai.therapysync.conversation.turn.TurnTaker;
import ai.therapysync.conversation.turn.Typing;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.CheckBook;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.crisis.safety.SafeReply;
import ai.therapysync.crisis.screening.PhraseScreen;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConversationSettings;
import ai.therapysync.gateway.config.EscalationSettings;
import ai.therapysync.persistence.conversation.CheckInBook;
import ai.therapysync.persistence.conversation.CircumstanceRows;
import ai.therapysync.persistence.conversation.Codes;
import ai.therapysync.persistence.conversation.Consequences;
import ai.therapysync.persistence.conversation.Contents;
import ai.therapysync.persistence.conversation.DecisionRows;
import ai.therapysync.persistence.conversation.DeliveryRows;
import ai.therapysync.persistence.conversation.FallbackRows;
import ai.therapysync.persistence.conversation.InvitationRows;
import ai.therapysync.persistence.conversation.JdbiForgettings;
import ai.therapysync.persistence.conversation.JdbiHandovers;
import ai.therapysync.persistence.conversation.JdbiInbox;
import ai.therapysync.persistence.conversation.JdbiJournal;
import ai.therapysync.persistence.conversation.JdbiLearningBook;
import ai.therapysync.persistence.conversation.JdbiOnboardings;
import ai.therapysync.persistence.conversation.JdbiOutbox;
import ai.therapysync.persistence.conversation.JdbiReconsideration;
import ai.therapysync.persistence.conversation.JdbiSessions;
import ai.therapysync.persistence.conversation.LearningRows;
import ai.therapysync.persistence.conversation.LetterRows;
import ai.therapysync.persistence.conversation.MemoryRows;
import ai.therapysync.persistence.conversation.MovedRows;
import ai.therapysync.persistence.conversation.NoteRows;
import ai.therapysync.persistence.conversation.OnboardingRows;
import ai.therapysync.persistence.conversation.ReachRows;
import ai.therapysync.persistence.conversation.ReceivedRows;
import ai.therapysync.persistence.conversation.ReviewRows;
import ai.therapysync.persistence.conversation.SessionRows;
import ai.therapysync.persistence.conversation.TemplateRows;
import ai.therapysync.persistence.conversation.TurnRows;
import ai.therapysync.persistence.conversation.UnaskedRows;
import ai.therapysync.persistence.crisis.AlarmBook;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.crisis.JdbiCheckBook;
import ai.therapysync.persistence.crisis.JdbiIncidentBook;
import ai.therapysync.persistence.crisis.OperatorAlerts;
import ai.therapysync.persistence.crisis.OperatorMails;
import ai.therapysync.persistence.crisis.Situations;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.OutboxRows;
import ai.therapysync.persistence.views.Secrets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The crisis desk and the conversation on their database: everything between the channels and the
 * tables.
 */
record Care(
    CrisisDesk desk,
    JdbiIncidentBook book,
    CheckBook checks,
    Conversations conversations,
    Sessions sessions,
    Forgettings forgettings,
    CheckInBook checkIns,
    Learning learning,
    Handovers handovers,
    Onboardings onboardings,
    Outbox outbox,
    Optional<SecondLook> secondLook,
    AlarmBook alarms,
    CrisisLines lines,
    TemplateRows templates) {

  /** What it is built from. */
  record Ground(
      Configuration configuration,
      Store store,
      Routes routes,
      Replies replies,
      Optional<Opinion> opinion,
      PageLinks links,
      Typing typing,
      InstantSource clock) {
    Jdbi jdbi() {
      return store.database().jdbi();
    }
  }

  static Care on(Ground ground) {
    CrisisLines lines = CrisisLines.load();
    SafeReply safeReply = new SafeReply(lines);
    CrisisDesk desk =
        new CrisisDesk(PhraseScreen.load(), safeReply, new NoticeWriter(), ground.links());
    OutboxRows rows = new OutboxRows(ground.store().sealer());
    Contents contents = new Contents(ground.store().sealer());
    UnaskedRows unasked = new UnaskedRows(contents, rows, ground.routes());
    Incidents incidents =
        new Incidents(
            rows,
            unasked,
            new OperatorAlerts(ground.configuration().escalation().operatorWebhook().isPresent()));
    Situations situations =
        new Situations(alertMailbox(ground), policy(ground), ground.store().sealer());
    JdbiIncidentBook book =
        new JdbiIncidentBook(ground.jdbi(), incidents, situations, ground.clock());
    Secrets secrets = new Secrets(ground.jdbi(), ground.store().sealer());
    Codes codes = new Codes(secrets.macKey("codes"));
    OnboardingRows onboardings =
        new OnboardingRows(ground.store().sealer(), secrets.macKey("numbers"));
    CircumstanceRows circumstances =
        new CircumstanceRows(contents, situations, codes, onboardings, alertMailbox(ground));
    ReceivedRows received =
        new ReceivedRows(
            contents,
            incidents,
            rows,
            onboardings,
            ground.configuration().channels().inbound().keepMedia().isPresent());
    Inbox inbox = new JdbiInbox(ground.jdbi(), ground.clock(), circumstances, received);
    Intake intake = new Intake(desk, codes, policy(ground.configuration(), ground.opinion()));
    Reconsideration reconsideration =
        new JdbiReconsideration(ground.jdbi(), ground.clock(), contents, circumstances, received);
    SessionRows sessions =
        new SessionRows(
            quiet(ground),
            new ReviewRows(contents, new MemoryRows(), learningRows(ground), unasked));
    Conversations conversations =
        new Conversations(
            inbox,
            intake,
            journal(ground, contents, rows, sessions),
            new TurnTaker(Practice.standard(), ground.replies().writer(), desk::screen, safeReply),
            ground.typing());
    return new Care(
        desk,
        book,
        new JdbiCheckBook(ground.jdbi(), incidents, situations, ground.clock()),
        conversations,
        new JdbiSessions(ground.jdbi(), ground.clock(), sessions),
        new JdbiForgettings(ground.jdbi(), ground.clock()),
        new CheckInBook(ground.jdbi(), ground.clock(), unasked),
        learning(ground, contents),
        new JdbiHandovers(
            ground.jdbi(),
            ground.clock(),
            situations,
            unasked,
            safeReply,
            ground.configuration().conversation().humanPatience()),
        new JdbiOnboardings(ground.jdbi(), ground.clock()),
        outbox(ground, book, desk),
        ground.opinion().map(opinion -> new SecondLook(reconsideration, opinion, intake)),
        new AlarmBook(ground.jdbi(), incidents, new OperatorMails(alertMailbox(ground)), desk),
        lines,
        templates(ground));
  }

  private static TemplateRows templates(Ground ground) {
    return new TemplateRows(ground.routes(), ground.configuration().channels().templates());
  }

  private static IntakePolicy policy(Configuration configuration, Optional<Opinion> opinion) {
    ConversationSettings settings = configuration.conversation();
    return new IntakePolicy(opinion.isPresent(), settings.humanPatience(), settings.openFrom());
  }

  private static Duration quiet(Ground ground) {
    return ground.configuration().conversation().sessionQuietTime();
  }

  private static Journal journal(
      Ground ground, Contents contents, OutboxRows rows, SessionRows sessions) {
    return new JdbiJournal(
        ground.jdbi(),
        ground.clock(),
        turnRows(ground, contents),
        new DecisionRows(contents, rows, learningRows(ground), sessions));
  }

  private static TurnRows turnRows(Ground ground, Contents contents) {
    return new TurnRows(contents, new MemoryRows(), quiet(ground));
  }

  private static LearningRows learningRows(Ground ground) {
    return new LearningRows(new MemoryRows(), ground.replies().learnsByModel());
  }

  private static Learning learning(Ground ground, Contents contents) {
    return new Learning(
        new JdbiLearningBook(
            ground.jdbi(),
            ground.clock(),
            turnRows(ground, contents),
            new MemoryRows(),
            new NoteRows(contents)),
        ground.replies().memories(),
        ground.replies().notes());
  }

  private static Outbox outbox(Ground ground, JdbiIncidentBook book, CrisisDesk desk) {
    Sealer sealer = ground.store().sealer();
    Consequences consequences = new Consequences(book, desk, fallback(ground, sealer));
    return new JdbiOutbox(
        ground.jdbi(),
        ground.clock(),
        ground.routes(),
        sealer,
        new DeliveryRows(consequences),
        new MovedRows(
            new Contents(sealer),
            new OutboxRows(sealer),
            new Situations(alertMailbox(ground), policy(ground), ground.store().sealer())));
  }

  private static FallbackRows fallback(Ground ground, Sealer sealer) {
    InvitationRows invitations = new InvitationRows(templates(ground), ground.links(), sealer);
    LetterRows letters = new LetterRows(sealer);
    ReachRows reaches = new ReachRows(ground.routes(), invitations, letters);
    return new FallbackRows(reaches, invitations, letters, templates(ground), sealer);
  }

  private static EscalationPolicy policy(Ground ground) {
    EscalationSettings settings = ground.configuration().escalation();
    return EscalationPolicy.of(settings.ackTimeout(), settings.rounds());
  }

  private static Optional<EmailAddress> alertMailbox(Ground ground) {
    return ground.configuration().escalation().operatorAlertEmail();
  }
}
