package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import java.util.List;
import java.util.Set;

/**
 * A family of expressions that mean the same, as written in a data file.
 *
 * @param name its name, unique over all files
 * @param use what a match stands for
 * @param flags how it is weighed
 * @param source the file, for errors and for the examples' tests
 */
record Family(String name, Use use, Set<Flag> flags, String source) {
  Family {
    flags = Set.copyOf(flags);
  }

  /** What a match of the family stands for. */
  sealed interface Use {
    /** Somebody may be in danger. */
    record Danger(Category category, Grade grade, Subject subject) implements Use {}

    /** A modifier of what stands around it. */
    record Sign(Modifier modifier) implements Use {}

    /** A harmless turn of phrase: what overlaps with it counts for nothing. */
    record Idiom() implements Use {}

    /** A question of ours, about somebody, to which this answer raises the level. */
    record Question(Answer answer, Category category, RiskLevel level, Subject subject)
        implements Use {
      RiskLevel levelOf(Answer given) {
        if (given == answer) {
          return level;
        }
        return given == Answer.PERHAPS ? RiskLevel.CONCERN : RiskLevel.NONE;
      }
    }

    /** An answer that a person gives to such a question. */
    record Reply(Answer answer) implements Use {}
  }

  /** The sense of an answer to a question of ours. */
  enum Answer {
    YES,
    NO,
    PERHAPS
  }

  /** How a family is weighed. */
  enum Flag {
    /** Present danger between the person and someone close, unless someone distant is named. */
    CLOSE,
    /** Counts only after danger was spoken of in the messages before. */
    CONTEXT,
    /**
     * Only a fear of someone close: they may be the danger of this hour, but no deed is told that
     * would keep help away for weeks.
     */
    FEAR,
    /** Not lowered by jokes, genres or reported speech. */
    FIRM,
    /** A stated intent: a time that is near makes it imminent. */
    INTENT,
    /** A method: distress beside it makes it high. */
    METHOD,
    /**
     * Said of the person themselves, whoever stands before it: "they'd be better off without me".
     */
    OWN
  }

  /** Whether both are of one language: "no" negates Spanish words, not English ones. */
  boolean speaksLike(Family other) {
    return language().equals(other.language());
  }

  /** What stands between the last {@code _} of the file's name and the dot. */
  String language() {
    return source.substring(source.lastIndexOf('_') + 1);
  }

  boolean has(Flag flag) {
    return flags.contains(flag);
  }

  /** Hints of different families that together are a danger. */
  record Combination(Family family, List<Set<String>> parts) {}

  /**
   * An example from a data file, run by the tests.
   *
   * @param level the level that the whole message must get
   */
  record Example(Family family, String text, RiskLevel level, boolean matches, int line) {}
}
