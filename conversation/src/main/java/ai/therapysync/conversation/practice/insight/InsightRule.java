package ai.therapysync.conversation.practice.insight;

import ai.therapysync.conversation.occasion.Idea;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * When something is worth saying: a line of {@code rules.txt}.
 *
 * @param about a goal, a goal reached, or the person
 * @param conditions all of which must hold
 * @param confidence 0 to 1
 * @param priority 1 to 10
 * @param fresh how long it is worth saying
 * @param pause how long it isn't made again
 * @param action what a yes to it does
 */
record InsightRule(
    String type,
    Idea.Kind kind,
    About about,
    List<Condition> conditions,
    double confidence,
    int priority,
    Duration fresh,
    int pause,
    Action action) {

  enum About {
    GOAL,
    REACHED,
    PERSON
  }

  /** What a yes does. */
  enum Action {
    NONE,
    KEEP,
    SMALL_STEP,
    BREATHING,
    PHQ9,
    GAD7,
    SET_GOAL,
    CHECK_IN,
    CONTACTS
  }

  /** A figure, and where it must lie. */
  record Condition(String fact, boolean atLeast, double bound) {
    static Condition of(String words) {
      boolean atLeast = words.contains(">=");
      String[] parts = words.split("[<>]=", -1);
      return new Condition(parts[0], atLeast, Double.parseDouble(parts[1]));
    }

    boolean holds(Map<String, Double> facts) {
      return Optional.ofNullable(facts.get(fact))
          .filter(figure -> atLeast ? figure >= bound : figure <= bound)
          .isPresent();
    }
  }

  static List<InsightRule> load() {
    try (InputStream in = InsightRule.class.getResourceAsStream("rules.txt")) {
      if (in == null) {
        throw new IllegalStateException("The rules rules.txt are missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> of(line.split(" +", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The rules rules.txt can't be read", e);
    }
  }

  private static InsightRule of(String[] words) {
    return new InsightRule(
        words[0],
        Idea.Kind.valueOf(words[1].toUpperCase(Locale.ROOT)),
        About.valueOf(words[2].toUpperCase(Locale.ROOT)),
        Arrays.stream(words[3].split("&", -1)).map(Condition::of).toList(),
        Double.parseDouble(words[4]),
        Integer.parseInt(words[5]),
        Duration.ofDays(Long.parseLong(words[6])),
        Integer.parseInt(words[7]),
        Action.valueOf(words[8].toUpperCase(Locale.ROOT)));
  }

  boolean holds(Map<String, Double> facts) {
    return conditions.stream().allMatch(condition -> condition.holds(facts));
  }

  /** Whether it was made so lately that it would only be said again. */
  boolean isStale(Life life, Optional<UUID> goal) {
    return life.made().stream()
        .filter(made -> made.type().equals(type) && made.goal().equals(goal))
        .anyMatch(made -> made.on().plusDays(pause).isAfter(life.today()));
  }
}
