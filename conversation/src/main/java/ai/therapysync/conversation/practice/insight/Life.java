package ai.therapysync.conversation.practice.insight;

import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.crisis.language.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The last weeks of a person, as their rows tell of them. Private: never printed.
 *
 * @param today the person's own day
 * @param goals the active ones
 * @param reached those reached lately
 * @param progressDays days on which something was done for any goal
 * @param moods the days and figures of four weeks
 * @param themes in how many talks of two weeks each theme came up
 * @param helped what they once said that helps
 * @param questionnaires when each instrument was filled in last
 * @param contacts how many emergency contacts they have, and how many of them said that they can be
 *     called on
 * @param talkDays days of two weeks on which they talked with us
 * @param made what was made for them before, and when
 */
public record Life(
    Language language,
    LocalDate today,
    List<Held> goals,
    List<Held> reached,
    Set<LocalDate> progressDays,
    List<Mood> moods,
    Map<String, Integer> themes,
    Optional<String> helped,
    Map<String, LocalDate> questionnaires,
    Contacts contacts,
    int talkDays,
    boolean checksIn,
    List<Made> made) {
  public Life {
    goals = List.copyOf(goals);
    reached = List.copyOf(reached);
    progressDays = Set.copyOf(progressDays);
    moods = List.copyOf(moods);
    themes = Map.copyOf(themes);
    questionnaires = Map.copyOf(questionnaires);
    made = List.copyOf(made);
  }

  /** A goal, and since when it is one. */
  public record Held(Goal goal, LocalDate since) {}

  /** A mood of 1 to 10, on the person's own day. */
  public record Mood(LocalDate day, int mood) {}

  /** Emergency contacts. */
  public record Contacts(int all, int ready) {}

  /** What was made before. */
  public record Made(String type, Optional<UUID> goal, LocalDate on) {}

  @Override
  public String toString() {
    return "Life[private]";
  }
}
