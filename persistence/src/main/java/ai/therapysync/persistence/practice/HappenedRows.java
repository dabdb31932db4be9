package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** When what must not come again too soon was done last: rows of {@code gateway.happened}. */
public final class HappenedRows {
  private HappenedRows() {}

  static void write(Handle handle, UUID person, Change.Happened happened, Instant now) {
    note(handle, person, happened.what(), now);
  }

  /** It has been done now. */
  public static void note(Handle handle, UUID person, String what, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO gateway.happened (user_id, what, at) VALUES (:user, :what, :now)"
                + " ON CONFLICT (user_id, what) DO UPDATE SET at = :now")
        .bind("user", person)
        .bind("what", what)
        .bind("now", Rows.at(now))
        .execute();
  }

  static Map<String, Instant> read(JsonNode rows) {
    Map<String, Instant> happened = new TreeMap<>();
    rows.forEach(row ->
        Rows.instant(row, "at").ifPresent(at -> happened.put(row.path("what").asText(), at)));
    return happened;
  }
}
