package ai.therapysync.persistence.views;

import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Says when a person's next answer comes, and why not before. */
final class NextTurn {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH);

  private NextTurn() {}

  /** Empty when nothing waits for an answer. */
  static String inWords(JsonNode row) {
    return switch (row.path("state").asText("")) {
      case "taken" -> "an answer is being written";
      case "waiting" -> waiting(row);
      default -> "";
    };
  }

  private static String waiting(JsonNode row) {
    if (row.path("held").asBoolean()) {
      return "waits for the human who holds the conversation";
    }
    ZoneId zone = zone(row);
    String due =
        TIME.format(Rows.instant(row, "due_at").orElse(Instant.EPOCH).atZone(zone)) + " " + zone;
    return row.path("closed").asBoolean()
        ? "closed until " + due
        : "due " + due + ", to let them finish writing";
  }

  private static ZoneId zone(JsonNode row) {
    try {
      return Rows.text(row, "zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
