package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Occasion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which goal is meant: by its number in the list, or by words of its title. */
final class GoalChoice {
  private final TitleWords words;

  GoalChoice(TitleWords words) {
    this.words = words;
  }

  /** The goal that is meant; empty when it isn't clear. Without a word the only one is. */
  Optional<Goal> choose(Occasion occasion, String which) {
    List<Goal> goals = occasion.work().goals();
    if (which.isBlank()) {
      return goals.size() == 1 ? Optional.of(goals.getFirst()) : Optional.empty();
    }
    Optional<Long> number = Figures.read(which.replaceAll("[.#)]", " "));
    if (number.isPresent()) {
      return number
          .filter(one -> one >= 1 && one <= goals.size())
          .map(one -> goals.get(one.intValue() - 1));
    }
    return best(occasion, words.content(which, occasion.language()), 1);
  }

  /** The goal all of whose shared words are said, when it is the only one that fits so well. */
  Optional<Goal> covering(Occasion occasion, Set<String> said) {
    return said.isEmpty() ? Optional.empty() : best(occasion, said, said.size());
  }

  /** The goal that shares most words, when it is the only one. */
  Optional<Goal> best(Occasion occasion, Set<String> said, long least) {
    List<Goal> goals = occasion.work().goals();
    long most = goals.stream().mapToLong(goal -> shared(occasion, said, goal)).max().orElse(0);
    List<Goal> fitting =
        goals.stream().filter(goal -> shared(occasion, said, goal) == most).toList();
    return most >= least && fitting.size() == 1
        ? Optional.of(fitting.getFirst())
        : Optional.empty();
  }

  private long shared(Occasion occasion, Set<String> said, Goal goal) {
    return words.shared(
        said, words.content(goal.title(), occasion.language()), occasion.language());
  }
}
