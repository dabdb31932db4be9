package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.CheckInChange;
import ai.therapysync.conversation.occasion.ContactChange;
import ai.therapysync.conversation.occasion.GoalChange;
import ai.therapysync.conversation.occasion.IdeaChange;
import ai.therapysync.conversation.occasion.MemoryChange;
import ai.therapysync.conversation.occasion.MoodChange;
import ai.therapysync.conversation.occasion.PersonChange;
import ai.therapysync.conversation.occasion.QuestionnaireChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Writes what a step of practice changes, in the transaction of the answer that says so. */
public final class ChangeRows {
  private ChangeRows() {}

  /**
   * Writes all of them, in order.
   *
   * @param session the talk in which they were said
   */
  public static void write(
      Handle handle, UUID person, UUID session, List<Change> changes, Instant now) {
    changes.forEach(change -> write(handle, person, session, change, now));
  }

  /** Notes that something was done now that must not come again too soon. */
  public static void happened(Handle handle, UUID person, String what, Instant now) {
    HappenedRows.write(handle, person, new Change.Happened(what), now);
  }

  private static void write(Handle handle, UUID person, UUID session, Change change, Instant now) {
    switch (change) {
      case GoalChange goal -> GoalRows.write(handle, person, goal, now);
      case IdeaChange idea -> IdeaRows.write(handle, person, idea, now);
      case CheckInChange checkIn -> CheckInRows.write(handle, person, checkIn, now);
      case MoodChange mood -> MoodRows.write(handle, person, session, mood, now);
      case QuestionnaireChange one -> QuestionnaireRows.write(handle, person, one, now);
      case MemoryChange memory -> ForgettingRows.write(handle, person, session, memory, now);
      case ContactChange one -> ContactRows.write(handle, person, one, now);
      case Change.Happened happened -> HappenedRows.write(handle, person, happened, now);
      case PersonChange one -> PersonChangeRows.write(handle, person, one, now);
    }
  }
}
