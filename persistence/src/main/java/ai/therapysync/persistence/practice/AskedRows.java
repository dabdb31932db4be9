package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The question that is open with a person: a row of {@code gateway.asked}. */
public final class AskedRows {
  private AskedRows() {}

  /** Reads a row as JSON; empty where there is none. */
  public static Optional<Asked> read(JsonNode row) {
    return Rows.text(row, "what")
        .flatMap(what ->
            Rows.instant(row, "asked_at")
                .map(at ->
                    new Asked(
                        what,
                        details(row),
                        Rows.flag(row, "patient", false),
                        at,
                        Rows.uuid(row, "offer"))));
  }

  /** From now on this question is open, and no other. */
  public static void write(Handle handle, UUID person, Optional<Asked> asked) {
    handle
        .createUpdate("DELETE FROM gateway.asked WHERE user_id = :user")
        .bind("user", person)
        .execute();
    asked.ifPresent(question ->
        handle
            .createUpdate(
                "INSERT INTO gateway.asked (user_id, what, details, patient, asked_at, offer)"
                    + " VALUES (:user, :what, CAST(:details AS jsonb), :patient, :at, :offer)")
            .bind("user", person)
            .bind("what", question.what())
            .bind("details", Rows.write(question.details()))
            .bind("patient", question.patient())
            .bind("at", Rows.at(question.at()))
            .bind("offer", question.offer().orElse(null))
            .execute());
  }

  private static Map<String, String> details(JsonNode row) {
    Map<String, String> details = new TreeMap<>();
    row.path("details")
        .properties()
        .forEach(entry -> details.put(entry.getKey(), entry.getValue().asText()));
    return details;
  }
}
