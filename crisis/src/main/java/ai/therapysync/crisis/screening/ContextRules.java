package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return lastQuestion()
        .flatMap(question ->
            reading.matches().stream()
                .filter(match -> match.family().use() instanceof Family.Use.Reply)
                .findFirst()
                .flatMap(reply -> answer(question, reply)));
  }

  private Optional<Finding> answer(Match asked, Match reply) {
    if (!(asked.family().use() instanceof Family.Use.Question question)
        || !(reply.family().use() instanceof Family.Use.Reply given)) {
      return Optional.empty();
    }
    RiskLevel level =
        given.answer() == question.answer()
            ? question.level()
            : given.answer() == Family.Answer.PERHAPS ? RiskLevel.CONCERN : RiskLevel.NONE;
    if (level == RiskLevel.NONE) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            asked.family(),
            question.category(),
            Subject.SELF,
            level,
            reply.span(),
            message.text(),
            List.of("answer"),
            asked.family().has(Family.Flag.CLOSE)));
  }

  private Optional<Match> lastQuestion() {
    return before.reversed().stream()
        .limit(MOST_FRAGMENTS)
        .filter(said -> said.speaker() == Speaker.GATEWAY)
        .filter(said -> isWithin(said, ANSWER_TIME))
        .findFirst()
        .flatMap(said -> last(phrases.find(phrases.read(said.text()))));
  }

  private static Optional<Match> last(List<Match> matches) {
    return matches.stream()
        .filter(match -> match.family().use() instanceof Family.Use.Question)
        .reduce((a, b) -> b.span().from() >= a.span().from() ? b : a);
  }

  /** What the message shows only together with the pieces sent just before it. */
  List<Finding> acrossFragments() {
    List<String> pieces = fragments();
    if (pieces.isEmpty()) {
      return List.of();
    }
    String earlier = String.join(", ", pieces);
    int seam = phrases.read(earlier).size();
    Reading joined = Reading.of(phrases, earlier + ", " + message.text());
    return joined.findings().stream()
        .filter(finding -> finding.span().from() < seam && finding.span().to() > seam)
        .toList();
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

  /** Whether danger to themselves was spoken of, by them or in our last question. */
  boolean dangerWasSpokenOf(List<Finding> earlier) {
    boolean spoken =
        earlier.stream()
            .anyMatch(f ->
                f.level() != RiskLevel.NONE
                    && !f.family().has(Family.Flag.CONTEXT)
                    && (f.category() == Category.SUICIDE || f.category() == Category.SELF_HARM));
    return spoken || lastQuestion().isPresent();
  }

  private boolean isWithin(Utterance said, Duration time) {
    return Duration.between(said.at(), message.at()).compareTo(time) <= 0;
  }
}
