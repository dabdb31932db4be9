package ai.therapysync.conversation.practice.goal;

import ai.therapysync.conversation.occasion.Achievement;
import ai.therapysync.conversation.occasion.Goal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * When an achievement is earned: a line of {@code achievements.txt}.
 *
 * @param perGoal once for each goal, else once in all
 * @param fact what is looked at
 * @param least from how much on it is earned
 */
record AchievementRule(
    String type, boolean perGoal, String fact, long least, int points, String icon) {

  static List<AchievementRule> load() {
    try (InputStream in = AchievementRule.class.getResourceAsStream("achievements.txt")) {
      if (in == null) {
        throw new IllegalStateException("The rules achievements.txt are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> of(line.split(" +", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The rules achievements.txt can't be read", e);
    }
  }

  private static AchievementRule of(String[] words) {
    return new AchievementRule(
        words[0],
        words[1].equals("goal"),
        words[2],
        Long.parseLong(words[3]),
        Integer.parseInt(words[4]),
        words[5]);
  }

  boolean holds(Map<String, Long> facts) {
    Long fact = facts.get(this.fact);
    return fact != null && fact >= least;
  }

  boolean isEarned(List<Achievement> all, Goal goal) {
    return all.stream()
        .filter(one -> one.type().equals(type))
        .anyMatch(one -> !perGoal || one.goal().filter(goal.id()::equals).isPresent());
  }
}
