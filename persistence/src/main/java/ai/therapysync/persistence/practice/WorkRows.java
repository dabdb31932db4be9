package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.MoodEntry;
import ai.therapysync.conversation.occasion.QuestionnaireChange;
import ai.therapysync.conversation.occasion.Remembered;
import ai.therapysync.conversation.occasion.Talk;
import ai.therapysync.conversation.occasion.VoiceOffered;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a person works on from the rows that a turn is loaded with. */
public final class WorkRows {
  /** So long a talk is at its opening. */
  private static final Duration YOUNG = Duration.ofMinutes(10);

  private WorkRows() {}

  /**
   * The work of a turn's row.
   *
   * @param quiet after so long a silence a talk is over
   * @param zone in which the person's days are counted
   */
  public static Work read(JsonNode row, Duration quiet, ZoneId zone, Instant now) {
    return new Work(
        talk(row.path("talk"), quiet, now),
        GoalReading.goals(row.path("goals")),
        GoalReading.achievements(row.path("achievements")),
        IdeaRows.read(row.path("ideas")),
        CheckInRows.read(row.path("check_in")),
        moods(row.path("moods")),
        results(row.path("results"), zone),
        voices(row.path("voices")),
        ContactRows.read(row.path("circle")),
        Remembered.unread(),
        HappenedRows.read(row.path("happened")));
  }

  /** A talk that has gone quiet is over, whether or not somebody has written that down. */
  private static Talk talk(JsonNode row, Duration quiet, Instant now) {
    boolean troubled = Rows.flag(row, "troubled", false);
    boolean goesOn =
        Rows.instant(row, "last").filter(last -> last.plus(quiet).isAfter(now)).isPresent();
    boolean begunLately =
        Rows.instant(row, "start").filter(start -> start.plus(YOUNG).isAfter(now)).isPresent();
    return new Talk(
        Rows.uuid(row, "id").filter(_ -> goesOn),
        mood(row, "mood_before", goesOn),
        mood(row, "mood_after", goesOn),
        !goesOn || begunLately,
        troubled);
  }

  private static Optional<Integer> mood(JsonNode row, String column, boolean goesOn) {
    return Rows.text(row, column).filter(_ -> goesOn).map(Integer::valueOf);
  }

  private static List<QuestionnaireChange.Result> results(JsonNode rows, ZoneId zone) {
    List<QuestionnaireChange.Result> results = new ArrayList<>();
    rows.forEach(row ->
        Rows.instant(row, "created_at")
            .ifPresent(at ->
                results.add(
                    new QuestionnaireChange.Result(
                        row.path("instrument").asText(),
                        row.path("score").asInt(),
                        at.atZone(zone).toLocalDate()))));
    return results;
  }

  private static List<VoiceOffered> voices(JsonNode rows) {
    List<VoiceOffered> voices = new ArrayList<>();
    rows.forEach(row ->
        voices.add(
            new VoiceOffered(
                row.path("id").asText(),
                row.path("name").asText(),
                row.path("description").asText())));
    return voices;
  }

  private static List<MoodEntry> moods(JsonNode rows) {
    List<MoodEntry> moods = new ArrayList<>();
    rows.forEach(row ->
        Rows.instant(row, "created_at")
            .ifPresent(at -> moods.add(new MoodEntry(row.path("mood").asInt(), at))));
    return moods;
  }
}
