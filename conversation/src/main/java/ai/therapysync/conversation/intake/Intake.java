package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.conversation.intake.Received.Revision;
import ai.therapysync.conversation.intake.Received.TurnChange;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.Understanding;
import ai.therapysync.conversation.message.Understanding.Chosen;
import ai.therapysync.conversation.practice.questionnaire.DangerItem;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.Answer;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Evidence;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import ai.therapysync.crisis.safety.ControlWord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a message does when it arrives, as one pure function. Danger is looked for before anything
 * else is decided, and nothing that is decided later can hold it back.
 */
public final class Intake {
  private final CrisisDesk desk;
  private final IntakePolicy policy;
  private final Words words = new Words();
  private final Choosing choosing = new Choosing();
  private final DangerItem items = new DangerItem();
  private final DoorTexts door;
  private final ResponderRules responders;
  private final StrangerRules strangers;
  private final PersonRules persons;

  /**
   * With the desk that screens, the one who can tell whether a code is right, and the house's ways.
   */
  public Intake(CrisisDesk desk, CodeCheck codes, IntakePolicy policy) {
    this.desk = desk;
    this.policy = policy;
    this.door = new DoorTexts();
    ContactCheckRules checks = new ContactCheckRules(desk, door);
    this.responders = new ResponderRules(desk, checks);
    this.strangers =
        new StrangerRules(
            desk,
            door,
            codes,
            words,
            policy.openFrom().map(age -> new OnboardingRules(age, desk.words())));
    this.persons =
        new PersonRules(desk, words, door, checks, new HandoverRules(desk, policy.humanPatience()));
  }

  /** Decides on one message. */
  public Received decide(InboundMessage written, Circumstances at) {
    Findings findings = new Findings();
    Understanding understood = choosing.read(written, at);
    findings.understood(understood);
    Optional<Chosen> chosen =
        understood instanceof Chosen one ? Optional.of(one) : Optional.empty();
    InboundMessage message = chosen.map(Chosen::answer).map(written::saying).orElse(written);
    Optional<ControlWord> control =
        findings.isLate() ? Optional.empty() : words.control(message, at.optedOut());
    Answer answer = words.answer(message);
    Optional<UUID> offer = Choosing.offer(written);
    Optional<Errand> errand = at.errand().filter(_ -> offer.isEmpty());
    boolean answersUs = errand.isPresent() && !(answer instanceof Answer.Other);
    boolean answersLast = offer.map(tapped -> Choosing.isLast(tapped, at)).orElse(!answersUs);
    Assessment assessment =
        assess(message, at, control, answersLast)
            .or(() -> findings.isLate() ? Optional.empty() : item(message, at))
            // What stands on the button is said, too.
            .or(() ->
                chosen.flatMap(it -> assess(written.saying(it.label()), at, control, answersLast)))
            .orElseGet(Assessment::none);
    findings.assessed(assessment);
    boolean danger = assessment.level() != RiskLevel.NONE;
    findings.revises(revision(message, at.earlier()));
    if (!danger && message.isQuiet()) {
      findings.gate("intake", "silent", message.type().word() + ": it asks for no answer");
      return findings.received();
    }
    if (!danger && at.earlier().takenBack()) {
      findings.gate("intake", "silent", "it was taken back or changed before it came");
      return findings.received();
    }
    if (!danger && control.filter(word -> word != ControlWord.HELP).isPresent()) {
      obey(control.get(), message, at, findings);
      return findings.received();
    }
    if (!danger && errand.isPresent() && responders.take(answer, at, findings)) {
      return findings.received();
    }
    boolean help = control.equals(Optional.of(ControlWord.HELP));
    switch (at.sender()) {
      case Sender.Known(Writer writer) -> {
        persons.take(message, assessment, help, at, writer, findings);
        if (policy.secondOpinions() && !assessment.isEmergency() && !message.text().isBlank()) {
          findings.askedAgain();
        }
      }
      case Sender.Unverified(Sender.PendingCode pending) ->
          strangers.unverified(message, assessment, pending, help, at, findings);
      case Sender.Unknown _ -> strangers.unknown(message, assessment, help, at, findings);
    }
    return findings.received();
  }

  /** What is taken back before it came stays so, whatever it would change itself. */
  private static Revision revision(InboundMessage message, Earlier earlier) {
    if (earlier.takenBack()) {
      return new Revision.CameTooLate();
    }
    Optional<UUID> original = earlier.original().map(Earlier.Original::inbound);
    return switch (message.type()) {
      case DELETION ->
          original.<Revision>map(Revision.TakesBack::new).orElseGet(Revision.Nothing::new);
      case EDIT -> original.<Revision>map(Revision.Changes::new).orElseGet(Revision.Nothing::new);
      case TEXT,
          IMAGE,
          AUDIO,
          VIDEO,
          DOCUMENT,
          STICKER,
          LOCATION,
          CONTACTS,
          BUTTON,
          LIST,
          REACTION,
          ORDER,
          SYSTEM,
          UNSUPPORTED ->
          new Revision.Nothing();
    };
  }

  /**
   * Decides once more on a message, by a second opinion. It can only raise: what it does not find
   * dangerous stays as it is, and its absence changes nothing.
   *
   * @param known the level that the message has already
   */
  public Received reconsider(
      InboundMessage message, Optional<Assessment> opinion, RiskLevel known, Circumstances at) {
    Findings findings = new Findings();
    String said = opinion.map(seen -> seen.level().word()).orElse("absent");
    boolean raises =
        opinion.filter(seen -> seen.level().compareTo(known) > 0).isPresent()
            && at.sender() instanceof Sender.Known;
    findings.gate("second_opinion", raises ? "raised" : "unchanged", said);
    if (raises && at.sender() instanceof Sender.Known(Writer writer)) {
      findings.assessed(opinion.orElseThrow());
      persons.raised(message, opinion.orElseThrow(), at, writer, findings);
    }
    return findings.received();
  }

  /** Empty where no danger is seen. */
  private Optional<Assessment> assess(
      InboundMessage message,
      Circumstances at,
      Optional<ControlWord> control,
      boolean answersLast) {
    Utterance utterance = new Utterance(Speaker.PERSON, message.text(), message.receivedAt());
    List<Utterance> before =
        at.sender() instanceof Sender.Known(Writer writer) && answersLast
            ? before(writer, at)
            : List.of();
    Optional<Language> language =
        at.sender() instanceof Sender.Known(Writer writer)
            ? Optional.of(writer.language())
            : Optional.empty();
    return Optional.of(desk.screen(utterance, before, language))
        .filter(screened -> screened.level() != RiskLevel.NONE)
        .or(() -> control.filter(ControlWord.HELP::equals).map(_ -> help(message.text())));
  }

  /**
   * An answer to what we asked a contact is not read as one to a question in the contact's own
   * chat: what we said there is no longer the last thing that they read of us.
   */
  private static List<Utterance> before(Writer writer, Circumstances at) {
    return at.errand().isEmpty()
        ? writer.before()
        : writer.before().stream().filter(said -> said.speaker() == Speaker.PERSON).toList();
  }

  private Optional<Assessment> item(InboundMessage message, Circumstances at) {
    return at.sender() instanceof Sender.Known(Writer writer)
        ? items.seen(
            writer.asked().filter(asked -> asked.isOpenAt(at.now())),
            message.text(),
            writer.language())
        : Optional.empty();
  }

  /** HELP alone is a cry for help here, and counts as a concern. */
  private static Assessment help(String text) {
    Evidence evidence =
        new Evidence("help_alone", Category.SUICIDE, RiskLevel.CONCERN, text.strip(), List.of());
    return new Assessment(
        RiskLevel.CONCERN,
        List.of(Category.SUICIDE),
        Subject.SELF,
        false,
        false,
        List.of(evidence));
  }

  /**
   * STOP and START. Twilio itself answers its own English words by SMS, and everything with
   * Advanced Opt-Out; the rest is confirmed here, once.
   */
  private void obey(ControlWord word, InboundMessage message, Circumstances at, Findings findings) {
    boolean stop = word == ControlWord.STOP;
    boolean answered = message.optOutType().isPresent() || words.isCarriers(message);
    findings.number(stop ? new NumberChange.OptedOut() : new NumberChange.OptedIn());
    findings.gate("opt_out", stop ? "stopped" : "started", "the number said so");
    if (stop) {
      findings.turn(new TurnChange.Cancel());
      at.errand().ifPresent(errand -> responders.stopped(errand, findings));
    }
    if (!answered && stop != at.optedOut()) {
      findings.answer(Kind.CONFIRMATION, door.confirmation(stop, language(message, at)));
    }
  }

  private Language language(InboundMessage message, Circumstances at) {
    return at.sender() instanceof Sender.Known(Writer writer)
        ? writer.language()
        : words.language(message).orElse(Language.ENGLISH);
  }
}
