package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the utterances before a message make of it: answers, fragments, "it" and "then". */
final class ContextRules {
  /** How long a question of ours waits for its answer. */
  private static final Duration ANSWER_TIME = Duration.ofHours(24);

  /** Pieces of one sentence are sent within this time. */
  private static final Duration FRAGMENT_TIME = Duration.ofMinutes(10);

  private static final int MOST_FRAGMENTS = 3;
  private static final int LONGEST_FRAGMENT = 160;
  private static final int REMEMBERED = 6;

  private final Phrases phrases;
  private final Utterance message;
  private final List<Utterance> before;

  ContextRules(Phrases phrases, Utterance message, List<Utterance> before) {
    this.phrases = phrases;
    this.message = message;
    this.before = before;
  }

  /** What the message shows as the answer to our last question. */
  Optional<Finding> answer(Reading reading) {
    List<Match> replies =
        reading.matches().stream()
            .filter(match -> match.family().use() instanceof Family.Use.Reply)
            .toList();
    List<Match> asked = replies.isEmpty() ? List.of() : lastQuestions();
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    // "Is she thinking of it, and is someone with her?": "yes" may be meant for either.
    Optional<Finding> firm = answer(asked.getFirst(), replies);
    return firm.isPresent()
        ? firm
        : asked.stream()
            .skip(1)
            .flatMap(question -> answer(question, replies).stream())
            .map(finding -> finding.at(RiskLevel.CONCERN))
            .findFirst();
  }

  private Optional<Finding> answer(Match asked, List<Match> replies) {
    Match reply =
        replies.stream()
            .filter(given -> given.family().speaksLike(asked.family()))
            .findFirst()
            .orElseGet(replies::getFirst);
    if (!(asked.family().use() instanceof Family.Use.Question question)
        || !(reply.family().use() instanceof Family.Use.Reply given)) {
      return Optional.empty();
    }
    RiskLevel level = question.levelOf(given.answer());
    if (level == RiskLevel.NONE) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            asked.family(),
            question.category(),
            asked.family().has(Family.Flag.CONTEXT) ? whoWasSpokenOf() : question.subject(),
            level,
            reply.span(),
            message.text(),
            List.of("answer"),
            asked.family().has(Family.Flag.CLOSE)));
  }

  /** "Safe right now?" names nobody: it asks after the one who was in danger before. */
  private Subject whoWasSpokenOf() {
    return earlier().stream()
        .filter(finding -> finding.level() != RiskLevel.NONE)
        .map(Finding::subject)
        .min(Comparator.naturalOrder())
        .orElse(Subject.SELF);
  }

  /** The questions in the last sentence of ours that asks any, the last one first. */
  private List<Match> lastQuestions() {
    return before.reversed().stream()
        .limit(MOST_FRAGMENTS)
        .filter(said -> said.speaker() == Speaker.GATEWAY)
        .filter(said -> isWithin(said, ANSWER_TIME))
        .findFirst()
        .map(said -> questions(phrases.read(said.text())))
        .orElse(List.of());
  }

  private List<Match> questions(List<Tokens> said) {
    List<Match> all =
        said.stream()
            .flatMap(tokens -> phrases.find(tokens).stream())
            .filter(match -> match.family().use() instanceof Family.Use.Question)
            .filter(match -> !match.tokens().isStatement(match.span().from()))
            .toList();
    List<Match> asked =
        all.stream()
            .filter(match -> !isOfSomeoneElse(match, all))
            .sorted(Comparator.comparingInt(Match::start).reversed())
            .toList();
    return asked.stream().filter(match -> match.sentence() == asked.getFirst().sentence()).toList();
  }

  /** "Is that person safe?" holds "safe?", which alone asks the person themselves. */
  private static boolean isOfSomeoneElse(Match match, List<Match> all) {
    return subject(match) == Subject.SELF
        && all.stream()
            .anyMatch(other -> subject(other) == Subject.SOMEONE_ELSE && other.overlaps(match));
  }

  private static Subject subject(Match match) {
    return match.family().use() instanceof Family.Use.Question question
        ? question.subject()
        : Subject.SELF;
  }

  /** What the message shows only together with the pieces sent just before it. */
  List<Finding> acrossFragments() {
    List<String> pieces = fragments();
    if (pieces.isEmpty()) {
      return List.of();
    }
    String earlier = String.join(", ", pieces);
    return Reading.of(phrases, earlier + ", " + message.text()).findingsAcross(earlier.length());
  }

  private List<String> fragments() {
    List<String> pieces = new ArrayList<>();
    for (Utterance said : before.reversed()) {
      boolean fits = said.text().length() <= LONGEST_FRAGMENT && isWithin(said, FRAGMENT_TIME);
      if (said.speaker() != Speaker.PERSON || !fits || pieces.size() == MOST_FRAGMENTS) {
        break;
      }
      pieces.addFirst(said.text());
    }
    return pieces;
  }

  /** What the person said a little earlier, hints included. */
  List<Finding> earlier() {
    return before.reversed().stream()
        .limit(REMEMBERED)
        .filter(said -> said.speaker() == Speaker.PERSON && isWithin(said, ANSWER_TIME))
        .flatMap(said -> Reading.of(phrases, said.text()).findings().stream())
        .toList();
  }

  /**
   * Whether the talk that leads here told of a fear of someone close: whoever wants to die an hour
   * after that may have just them as a contact.
   */
  boolean fearOfSomeoneClose() {
    return earlier().stream()
        .anyMatch(found -> found.closeDanger() && found.category() == Category.ABUSE);
  }

  /** Whose danger was spoken of, by them or in our last question; their own before others'. */
  Optional<Subject> dangerWasSpokenOf(List<Finding> earlier) {
    Stream<Subject> said =
        earlier.stream()
            .filter(f ->
                f.level() != RiskLevel.NONE
                    && !f.family().has(Family.Flag.CONTEXT)
                    && (f.category() == Category.SUICIDE || f.category() == Category.SELF_HARM))
            .map(Finding::subject);
    return Stream.concat(said, lastQuestions().stream().map(ContextRules::subject))
        .min(Comparator.naturalOrder());
  }

  private boolean isWithin(Utterance said, Duration time) {
    return Duration.between(said.at(), message.at()).compareTo(time) <= 0;
  }
}
