package ai.therapysync.conversation.turn;

import ai.therapysync.conversation.delivery.Gsm;
import ai.therapysync.conversation.hours.AwayMessage;
import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.PersonChange;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.practice.Practice;
import ai.therapysync.conversation.practice.voice.LanguageSkill;
import ai.therapysync.conversation.reply.ClimateReader;
import ai.therapysync.conversation.reply.Introduction;
import ai.therapysync.conversation.reply.Lateness;
import ai.therapysync.conversation.reply.Reply;
import ai.therapysync.conversation.reply.ReplyRequest;
import ai.therapysync.conversation.reply.ReplyWriter;
import ai.therapysync.crisis.safety.SafeReply;
import ai.therapysync.crisis.screening.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what becomes of a turn that is due: the gates first, then the answer. */
public final class TurnTaker {
  private static final Climate HEAVY = new Climate(true, false, false);

  private static final Duration DISCLOSED_AGAIN = Duration.ofHours(3);

  private final Practice practice;
  private final ReplyWriter writer;
  private final AwayMessage away = new AwayMessage();
  private final SafeReply crisisWords;
  private final ClimateReader climates = new ClimateReader();
  private final Introduction introduction = new Introduction();
  private final Lateness lateness = new Lateness();
  private final LanguageGuess guess = new LanguageGuess();
  private final DangerReader dangers;
  private final Unspoken unspoken = new Unspoken();
  private final QuickAnswers quick = new QuickAnswers();

  /**
   * With the skills, who writes what is for none of them, the screen that says what a concern is
   * about, and the words a concern gets besides.
   */
  public TurnTaker(Practice practice, ReplyWriter writer, Screen screen, SafeReply crisisWords) {
    this.practice = practice;
    this.writer = writer;
    this.dangers = new DangerReader(screen);
    this.crisisWords = crisisWords;
  }

  /** Whether an answer will be written. */
  public boolean answers(TurnSituation turn) {
    return turn.held().isEmpty() && (turn.concern() || isOpen(turn));
  }

  private static boolean isOpen(TurnSituation turn) {
    return turn.request().person().settings().hours().isOpen(turn.now());
  }

  /** May call a language model; holds no transaction. */
  public Decision decide(TurnSituation turn) {
    if (turn.held().isPresent()) {
      return new Decision.LeftAlone(turn.held().get());
    }
    Person person = turn.request().person();
    BusinessHours hours = person.settings().hours();
    if (!turn.concern() && !hours.isOpen(turn.now())) {
      return closed(turn, person, hours.nextOpening(turn.now()));
    }
    Decision.Answered answered =
        isDisclosureDue(turn) ? disclosing(answer(turn.introducing())) : answer(turn);
    return turn.late() ? excused(answered, person) : answered;
  }

  private Decision.Answered excused(Decision.Answered answered, Person person) {
    Reply reply = answered.reply();
    return new Decision.Answered(
        reply.saying(lateness.before(reply.text(), person.language())),
        answered.changes(),
        answered.asks());
  }

  private static boolean isDisclosureDue(TurnSituation turn) {
    return turn.work()
        .last(Introduction.DISCLOSED)
        .filter(at -> at.plus(DISCLOSED_AGAIN).isAfter(turn.now()))
        .isEmpty();
  }

  private static Decision.Answered disclosing(Decision.Answered answered) {
    List<Change> changes = new ArrayList<>(answered.changes());
    changes.add(new Change.Happened(Introduction.DISCLOSED));
    return new Decision.Answered(answered.reply(), changes, answered.asks());
  }

  private Decision.Answered answer(TurnSituation turn) {
    if (turn.concern()) {
      ReplyRequest request = inTheirWords(turn.request()).about(dangers.read(turn));
      return worked(turn, withLine(turn, request, written(request)));
    }
    TurnSituation timely = turn.withoutLate();
    return timely.request().toAnswer().isEmpty() && !turn.request().toAnswer().isEmpty()
        ? tappedLate(turn)
        : ordinary(timely, timely.occasion(climates.read(timely.request())));
  }

  /** What answers no open question changes nothing, and closes none. */
  private Decision.Answered tappedLate(TurnSituation turn) {
    String text = quick.late(turn.request().person().language());
    Reply reply = new Reply(text, Map.of("provider", "practice", "skill", "late_tap"), List.of());
    return new Decision.Answered(
        introduced(reply, turn.request()),
        List.of(),
        turn.asked().filter(asked -> asked.isOpenAt(turn.now())));
  }

  /** Whoever writes: who is speaking is said where it is due, and once. */
  private Reply written(ReplyRequest request) {
    return introduced(writer.write(request), request);
  }

  private Reply introduced(Reply reply, ReplyRequest request) {
    return reply.saying(introduction.before(reply.text(), request));
  }

  /** What answers a question that waits is kept, though something graver is answered. */
  private Decision.Answered worked(TurnSituation turn, Reply reply) {
    Optional<Step> answered = patient(turn).flatMap(_ -> practice.take(turn.occasion(HEAVY)));
    return new Decision.Answered(
        reply,
        answered.map(Step::changes).orElseGet(List::of),
        answered.map(Step::asks).orElseGet(() -> patient(turn)));
  }

  private Decision.Answered ordinary(TurnSituation turn, Occasion occasion) {
    Optional<Step> worked = practice.take(occasion);
    if (worked.filter(step -> !step.isSilent()).isPresent()) {
      Step step = worked.get();
      Map<String, String> metadata = Map.of("provider", "practice", "skill", step.skill());
      Reply reply = new Reply(Gsm.plain(step.text()), metadata, List.of(), step.choices());
      return new Decision.Answered(
          introduced(reply, spokenIn(step, turn.request())), step.changes(), step.asks());
    }
    Optional<String> tongue =
        worked.isPresent() ? Optional.empty() : unspoken.tongue(occasion.words());
    if (tongue.isPresent()) {
      return cannotRead(turn, tongue.get());
    }
    return beside(turn, occasion, worked);
  }

  private Decision.Answered beside(TurnSituation turn, Occasion occasion, Optional<Step> worked) {
    Optional<Step> beside = worked.or(() -> practice.aside(occasion));
    if (beside.isEmpty()) {
      return new Decision.Answered(written(turn.request()), List.of(), patient(turn));
    }
    Step step = beside.get();
    ReplyRequest request =
        LanguageSkill.offered(step)
            .map(turn.request()::in)
            .orElseGet(() -> spokenIn(step, turn.request()));
    Reply reply = ending(written(request.endingWith(step.text())), step);
    return new Decision.Answered(reply, step.changes(), step.asks().or(() -> patient(turn)));
  }

  /** What we can't read is not answered as if we could. */
  private Decision.Answered cannotRead(TurnSituation turn, String tongue) {
    Person person = turn.request().person();
    boolean told = Unspoken.isTold(turn.work().last(Unspoken.TOLD), turn.now());
    String text =
        told
            ? unspoken.brief(tongue, person.language())
            : unspoken.full(tongue, person.language(), line(turn, person));
    Reply reply = new Reply(text, Map.of("provider", "practice", "skill", "tongue"), List.of());
    List<Change> changes = told ? List.of() : List.of(new Change.Happened(Unspoken.TOLD));
    return new Decision.Answered(introduced(reply, turn.request()), changes, patient(turn));
  }

  private String line(TurnSituation turn, Person person) {
    return crisisWords.crisisLineSentence(person.language(), person.region(), turn.mainRegion());
  }

  /** Who has just chosen another language is answered in that one. */
  private static ReplyRequest spokenIn(Step step, ReplyRequest request) {
    return step.changes().stream()
        .filter(PersonChange.LanguageChosen.class::isInstance)
        .map(change -> request.in(((PersonChange.LanguageChosen) change).language()))
        .findFirst()
        .orElse(request);
  }

  /** A question that waits stays open beside other talk. */
  private static Optional<Asked> patient(TurnSituation turn) {
    return turn.asked().filter(Asked::patient).filter(asked -> asked.isOpenAt(turn.now()));
  }

  /** A writer may have overheard what the answer is to end with. */
  private static Reply ending(Reply reply, Step step) {
    Map<String, String> metadata = new HashMap<>(reply.metadata());
    metadata.put("aside", step.skill());
    String words = Gsm.plain(step.text());
    String text = reply.text().contains(words) ? reply.text() : reply.text() + " " + words;
    return new Reply(text, metadata, reply.learned(), step.choices());
  }

  /** Where it may be a crisis, the conversation's language is the one to answer in. */
  private ReplyRequest inTheirWords(ReplyRequest request) {
    return request.toAnswer().reversed().stream()
        .flatMap(incoming -> guess.guess(incoming.text()).stream())
        .findFirst()
        .or(() -> guess.spokenIn(request.history()))
        .map(request::in)
        .orElse(request);
  }

  private Decision closed(TurnSituation turn, Person person, Instant opening) {
    if (turn.awayTold().equals(Optional.of(opening))) {
      return new Decision.Closed(opening, Optional.empty());
    }
    String text =
        away.write(
            person.language(),
            person.firstName(),
            opening,
            person.settings().hours().zone(),
            line(turn, person));
    return new Decision.Closed(opening, Optional.of(text));
  }

  private Reply withLine(TurnSituation turn, ReplyRequest request, Reply reply) {
    Person person = request.person();
    String offer =
        request
            .danger()
            .map(danger ->
                crisisWords.offer(
                    person.language(),
                    person.region(),
                    turn.mainRegion(),
                    danger.kind(),
                    danger.subject()))
            .orElseGet(
                () -> crisisWords.offer(person.language(), person.region(), turn.mainRegion()));
    return new Reply(reply.text() + " " + offer, reply.metadata(), reply.learned());
  }
}
