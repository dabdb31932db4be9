package ai.therapysync.conversation.turn;

import ai.therapysync.conversation.hours.AwayMessage;
import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.reply.Reply;
import ai.therapysync.conversation.reply.ReplyRequest;
import ai.therapysync.conversation.reply.ReplyWriter;
import ai.therapysync.crisis.safety.SafeReply;
import java.time.Instant;
import java.util.Optional;

/** Decides what becomes of a turn that is due: the gates first, then the answer. */
public final class TurnTaker {
  private final ReplyWriter writer;
  private final AwayMessage away = new AwayMessage();
  private final SafeReply crisisWords;
  private final LanguageGuess guess = new LanguageGuess();

  /** With who writes, and the words that a concern gets besides. */
  public TurnTaker(ReplyWriter writer, SafeReply crisisWords) {
    this.writer = writer;
    this.crisisWords = crisisWords;
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
    if (turn.concern()) {
      ReplyRequest request = inTheirWords(turn.request());
      return new Decision.Answered(withLine(turn, request.person(), writer.write(request)));
    }
    return new Decision.Answered(writer.write(turn.request()));
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
    String line =
        crisisWords.crisisLineSentence(person.language(), person.region(), turn.mainRegion());
    String text =
        away.write(
            person.language(), person.firstName(), opening, person.settings().hours().zone(), line);
    return new Decision.Closed(opening, Optional.of(text));
  }

  private Reply withLine(TurnSituation turn, Person person, Reply reply) {
    String offer = crisisWords.offer(person.language(), person.region(), turn.mainRegion());
    return new Reply(reply.text() + " " + offer, reply.metadata(), reply.learned());
  }
}
