package ai.therapysync.conversation.occasion;

import java.time.Instant;
import java.time.LocalTime;

/** Whether a person is asked once a day how they are. */
public sealed interface CheckInChange extends Change {
  /**
   * They are, from now on.
   *
   * @param at in their own days
   * @param next when for the first time
   */
  record On(LocalTime at, Instant next) implements CheckInChange {}

  /** They aren't any more. */
  record Off() implements CheckInChange {}
}
