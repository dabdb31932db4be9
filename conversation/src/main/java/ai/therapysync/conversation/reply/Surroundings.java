package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.reply.Combination.Part;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of an answer, with what stands around it, as the rules look at it. */
final class Surroundings {
  /** So many letters may stand between words that are close. */
  private static final int CLOSE = 25;

  private static final Pattern CLAUSE_END = Pattern.compile("[,;:\u3001\u061B]");
  private static final Pattern QUOTED =
      Pattern.compile(
          "[\"\u201C\u201E\u00AB\u300C][^\"\u201D\u201C\u00BB\u300D]*[\"\u201D\u201C\u00BB\u300D]"
              + "|(?<!\\p{L})['\u2018].{2,80}?['\u2019](?!\\p{L})");

  private final GuardWords words;
  private final List<String> sentences;
  private final int at;
  private final String theirs;

  Surroundings(GuardWords words, List<String> sentences, int at, String theirs) {
    this.words = words;
    this.sentences = sentences;
    this.at = at;
    this.theirs = theirs;
  }

  /** A sentence as the rules read it; what is quoted is not said by us. */
  static String plain(String sentence) {
    return GuardWords.plain(QUOTED.matcher(sentence).replaceAll(" "));
  }

  /** Whether a family is where it should be. */
  boolean has(Part part, Part first) {
    return switch (part.family()) {
      case "QUESTION" -> Sentences.asks(sentences.get(at));
      case "NAMED" -> all(first, found -> theirs.contains(found.group()));
      default -> finds(part, first);
    };
  }

  /** Whether the last family stands there and nothing before it turns it. */
  boolean stands(Part last, List<String> turns) {
    for (int near : places(last)) {
      String sentence = sentence(near);
      Matcher found = words.of(last.family()).matcher(sentence);
      while (found.find()) {
        String clause = clauseBefore(sentence, found.start());
        if (turns.stream().noneMatch(turn -> words.of(turn).matcher(clause).find())) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean finds(Part part, Part first) {
    Pattern family = words.of(part.family());
    return switch (part.place()) {
      case CLOSE -> !all(first, found -> !isClose(family, found));
      case SENTENCE, NEIGHBOURS, BEFORE ->
          places(part).stream().anyMatch(near -> family.matcher(sentence(near)).find());
    };
  }

  private boolean isClose(Pattern family, MatchResult found) {
    String here = sentence(at);
    String before = here.substring(Math.max(0, found.start() - CLOSE), found.start());
    String behind = here.substring(found.end(), Math.min(here.length(), found.end() + CLOSE));
    return family.matcher(before).find() || family.matcher(behind).find();
  }

  private boolean all(Part family, Predicate<MatchResult> test) {
    return words.of(family.family()).matcher(sentence(at)).results().allMatch(test);
  }

  private List<Integer> places(Part part) {
    return part.place() == Combination.Place.NEIGHBOURS ? List.of(at, at - 1, at + 1) : List.of(at);
  }

  private String sentence(int near) {
    return near < 0 || near >= sentences.size() ? "" : sentences.get(near);
  }

  private static String clauseBefore(String sentence, int end) {
    String[] clauses = CLAUSE_END.split(sentence.substring(0, end), -1);
    return clauses[clauses.length - 1];
  }
}
