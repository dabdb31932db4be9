package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.CheckInChange;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Who is asked once a day: rows of {@code gateway.check_ins}, each with the task that asks. */
public final class CheckInRows {
  private CheckInRows() {}

  static void write(Handle handle, UUID person, CheckInChange change, Instant now) {
    switch (change) {
      case CheckInChange.On on -> on(handle, person, on, now);
      case CheckInChange.Off _ ->
          handle
              .createUpdate("DELETE FROM gateway.check_ins WHERE user_id = :user")
              .bind("user", person)
              .execute();
    }
  }

  private static void on(Handle handle, UUID person, CheckInChange.On on, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO gateway.check_ins (user_id, at, since, next_at)"
                + " VALUES (:user, :at, :now, :next) ON CONFLICT (user_id)"
                + " DO UPDATE SET at = :at, since = :now, next_at = :next")
        .bind("user", person)
        .bind("at", on.at())
        .bind("now", Rows.at(now))
        .bind("next", Rows.at(on.next()))
        .execute();
    Agenda.checkIn(handle, person, on.next());
  }

  /** The next time, with the task that belongs to it. */
  public static void next(Handle handle, UUID person, Instant next) {
    handle
        .createUpdate("UPDATE gateway.check_ins SET next_at = :next WHERE user_id = :user")
        .bind("user", person)
        .bind("next", Rows.at(next))
        .execute();
    Agenda.checkIn(handle, person, next);
  }

  static Optional<LocalTime> read(JsonNode row) {
    return Rows.text(row, "at").map(LocalTime::parse);
  }
}
