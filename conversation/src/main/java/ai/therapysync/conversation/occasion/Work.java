package ai.therapysync.conversation.occasion;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person works on, as their rows say.
 *
 * @param talk the talk that the waiting words belong to
 * @param goals the active ones, oldest first; one without a title is nothing to talk about
 * @param achievements all that they have, oldest first
 * @param ideas what may be said at a fitting moment, the weightiest first
 * @param checkIn when they are asked once a day how they are
 * @param moods the latest, newest first
 * @param results the latest questionnaires, newest first
 * @param voices whom they can talk with
 * @param circle whom they have named for emergencies
 * @param remembered what is remembered, where they speak of it
 * @param happened when what must not come again too soon was done last
 */
public record Work(
    Talk talk,
    List<Goal> goals,
    List<Achievement> achievements,
    List<Idea> ideas,
    Optional<LocalTime> checkIn,
    List<MoodEntry> moods,
    List<QuestionnaireChange.Result> results,
    List<VoiceOffered> voices,
    Circle circle,
    Remembered remembered,
    Map<String, Instant> happened) {
  public Work {
    moods = List.copyOf(moods);
    results = List.copyOf(results);
    voices = List.copyOf(voices);
    goals = goals.stream().filter(goal -> !goal.title().isBlank()).toList();
    achievements = List.copyOf(achievements);
    ideas = List.copyOf(ideas);
    happened = Map.copyOf(happened);
  }

  /** The same, with what is remembered. */
  public Work remembering(Remembered memories) {
    return new Work(
        talk,
        goals,
        achievements,
        ideas,
        checkIn,
        moods,
        results,
        voices,
        circle,
        memories,
        happened);
  }

  /** When that was done last; empty when it never was. */
  public Optional<Instant> last(String what) {
    return Optional.ofNullable(happened.get(what));
  }

  /** Somebody who works on nothing yet. */
  public static Work nothing() {
    return new Work(
        Talk.opening(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        Circle.nobody(),
        Remembered.unread(),
        Map.of());
  }
}
