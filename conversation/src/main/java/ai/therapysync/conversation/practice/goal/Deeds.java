package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Occasion;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Hears in talk what somebody did for a goal, and what they wish to begin. */
final class Deeds {
  private static final Pattern SENTENCES = Pattern.compile("[.!?。！？।؟\\n]+");
  private static final Pattern CLAUSES = Pattern.compile(SENTENCES.pattern() + "|[,;،，；]+");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\d.,:])\\d{1,6}(?:[.,]\\d{1,2})?(?![\\d:])");
  private static final int LONGEST = 120;

  private final Commands talk = Commands.load(Deeds.class, "talk");
  private final TitleWords words;
  private final GoalChoice choice;

  Deeds(TitleWords words, GoalChoice choice) {
    this.words = words;
    this.choice = choice;
  }

  /** A deed, and the goal that it belongs to. */
  record Deed(Goal goal, Report report) {}

  /** A deed that is all that was written, told in words of the goal's title. */
  Optional<Deed> clear(Occasion occasion) {
    List<String> sentences = parts(occasion.words(), SENTENCES);
    return sentences.size() == 1 ? deed(occasion, sentences.getFirst(), true) : Optional.empty();
  }

  /** A deed that is told beside other things, so that it must be asked whether it counts. */
  Optional<Deed> overheard(Occasion occasion) {
    return parts(occasion.words(), CLAUSES).stream()
        .flatMap(sentence -> deed(occasion, sentence, false).stream())
        .filter(deed -> !deed.goal().streak().counts(deed.report().day()))
        .findFirst();
  }

  /** What somebody means to begin, in their words. */
  Optional<String> wish(Occasion occasion) {
    return parts(occasion.words(), SENTENCES).stream()
        .flatMap(sentence -> talk.findIn(sentence, occasion.language()).stream())
        .filter(found -> found.name().equals("wish"))
        .flatMap(found -> found.group(1).stream())
        .filter(wish -> !words.says(wish, "not", occasion.language()))
        .findFirst();
  }

  private Optional<Deed> deed(Occasion occasion, String sentence, boolean whole) {
    if (occasion.work().goals().isEmpty() || words.denies(sentence, occasion.language())) {
      return Optional.empty();
    }
    return talk.findIn(sentence, occasion.language())
        .filter(found -> found.name().equals("did"))
        .flatMap(found -> found.group(1))
        .flatMap(did -> goal(occasion, did, whole))
        .filter(goal -> words.isDeed(sentence, title(occasion, goal), occasion.language()))
        .map(goal -> new Deed(goal, report(occasion, goal, sentence)));
  }

  private Optional<Goal> goal(Occasion occasion, String did, boolean whole) {
    Set<String> said = words.content(did, occasion.language());
    return whole
        ? choice.covering(occasion, said)
        : choice
            .best(occasion, said, Math.max(1, (said.size() + 2) / 3))
            .filter(goal -> isMostOf(title(occasion, goal), said, occasion));
  }

  /** A sister who is spoken of is not yet called. */
  private boolean isMostOf(Set<String> title, Set<String> said, Occasion occasion) {
    return 2 * words.shared(said, title, occasion.language()) > title.size();
  }

  private Set<String> title(Occasion occasion, Goal goal) {
    return words.content(goal.title(), occasion.language());
  }

  private Report report(Occasion occasion, Goal goal, String sentence) {
    boolean yesterday = words.isYesterday(sentence, occasion.language());
    var day = yesterday ? occasion.today().minusDays(1) : occasion.today();
    List<BigDecimal> numbers =
        NUMBER
            .matcher(Figures.latin(sentence))
            .results()
            .flatMap(found -> Figures.decimal(found.group()).stream())
            .toList();
    boolean counted = goal.measure().target().isPresent() && numbers.size() == 1;
    return counted ? Report.more(day, numbers.getFirst()) : Report.on(day);
  }

  private static List<String> parts(String text, Pattern between) {
    return Arrays.stream(between.split(text, -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty() && part.length() <= LONGEST)
        .toList();
  }
}
