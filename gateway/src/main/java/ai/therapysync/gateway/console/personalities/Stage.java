package ai.therapysync.gateway.console.personalities;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.reply.Introduction;
import ai.therapysync.conversation.reply.Reply;
import ai.therapysync.conversation.reply.ReplyRequest;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.turn.Decision;
import ai.therapysync.conversation.turn.TurnId;
import ai.therapysync.conversation.turn.TurnSituation;
import ai.therapysync.conversation.turn.TurnTaker;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import ai.therapysync.crisis.safety.SafeReply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers in the sandbox as in earnest: the same screen looks first, the same words are for danger,
 * and the same turn taker, with its model and guard, has everything else answered. Nothing is kept,
 * sent or counted.
 */
public final class Stage {
  private final CrisisDesk desk;
  private final TurnTaker turns;
  private final InstantSource clock;
  private final LanguageGuess guess = new LanguageGuess();

  /**
   * With who answers.
   *
   * @param turns without skills: those need a person's rows
   */
  public Stage(CrisisDesk desk, TurnTaker turns, InstantSource clock) {
    this.desk = desk;
    this.turns = turns;
    this.clock = clock;
  }

  /**
   * What came of a message. Private: never printed.
   *
   * @param seen what the screen made of it
   * @param metadata who wrote the answer, as it would stand beside it
   */
  public record Turn(Assessment seen, Talk.Said answer, Map<String, String> metadata) {
    public Turn {
      metadata = Map.copyOf(metadata);
    }

    @Override
    public String toString() {
      return "Turn[" + seen.level() + "]";
    }
  }

  /** May call a language model. */
  Turn answer(Person person, Talk talk, String words) {
    Instant now = clock.instant();
    List<Utterance> before = talk.utterances(now);
    Assessment seen =
        desk.screen(
            new Utterance(Speaker.PERSON, words, now), before, Optional.of(person.language()));
    if (seen.isEmergency()) {
      String text = desk.safeReply(moment(person, talk, words, seen));
      return new Turn(seen, new Talk.Said(Talk.Side.SAFETY, seen.level(), text), Map.of());
    }
    Reply reply = reply(situation(person, talk, new Heard(words, before, seen, now)));
    Talk.Said answer = new Talk.Said(Talk.Side.VOICE, RiskLevel.NONE, reply.text());
    return new Turn(seen, answer, reply.metadata());
  }

  private record Heard(String words, List<Utterance> before, Assessment seen, Instant now) {
    boolean isConcern() {
      return seen.level() == RiskLevel.CONCERN;
    }

    @Override
    public String toString() {
      return "Heard[private]";
    }
  }

  private Reply reply(TurnSituation situation) {
    return switch (turns.decide(situation)) {
      case Decision.Answered answered -> answered.reply();
      case Decision.Closed _, Decision.LeftAlone _ ->
          throw new IllegalStateException("Somebody made up has no hours, and nobody holds them");
    };
  }

  private static TurnSituation situation(Person person, Talk talk, Heard heard) {
    ReplyRequest request =
        new ReplyRequest(
            person,
            ChannelName.WHATSAPP,
            heard.before(),
            List.of(new Incoming(MessageType.TEXT, heard.words())),
            List.of(),
            List.of(),
            heard.isConcern() ? ReplyRequest.Tone.CONCERN : ReplyRequest.Tone.ORDINARY,
            false);
    return new TurnSituation(
        new TurnId(new UUID(0, 0)),
        request,
        Optional.empty(),
        work(talk, heard.now()),
        heard.isConcern(),
        false,
        person.region(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        heard.now());
  }

  /** Who is speaking is said once, as to anybody. */
  private static Work work(Talk talk, Instant now) {
    Work work = Work.nothing();
    Map<String, Instant> happened =
        talk.said().isEmpty() ? Map.of() : Map.of(Introduction.DISCLOSED, now);
    return new Work(
        work.talk(),
        work.goals(),
        work.achievements(),
        work.ideas(),
        work.checkIn(),
        work.moods(),
        work.results(),
        work.voices(),
        work.circle(),
        work.remembered(),
        happened);
  }

  private SafeReply.Moment moment(Person person, Talk talk, String words, Assessment seen) {
    return new SafeReply.Moment(
        guess.guess(words).orElse(person.language()),
        person.region(),
        person.region(),
        seen.level(),
        seen.category().orElse(Category.SUICIDE),
        seen.subject(),
        Math.toIntExact(talk.safeReplies()));
  }
}
