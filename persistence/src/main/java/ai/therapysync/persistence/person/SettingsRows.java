package ai.therapysync.persistence.person;

import ai.therapysync.conversation.person.Settings;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.util.Optional;

/**
 * A {@code whatsapp_config} row as settings; the column defaults stand in for a missing row or a
 * null.
 */
public final class SettingsRows {
  private SettingsRows() {}

  /** The settings of a row, {@code NullNode} or missing where there is none. */
  public static Settings.Reading read(JsonNode row) {
    return Settings.of(
        new Settings.Row(
            Rows.text(row, "ai_personality_id"),
            number(row, "response_delay_seconds"),
            new Settings.Hours(
                flag(row, "business_hours_enabled"),
                time(row, "business_hours_start"),
                time(row, "business_hours_end"),
                Rows.text(row, "business_timezone")),
            flag(row, "auto_responses_enabled"),
            flag(row, "crisis_escalation_enabled"),
            flag(row, "message_encryption_enabled")));
  }

  /** PostgreSQL knows the hour 24:00, the end of a day, which is the beginning of the next. */
  private static Optional<LocalTime> time(JsonNode row, String field) {
    return Rows.text(row, field)
        .map(time -> time.startsWith("24:") ? LocalTime.MIDNIGHT : LocalTime.parse(time));
  }

  private static Optional<Boolean> flag(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isBoolean() ? Optional.of(value.asBoolean()) : Optional.empty();
  }

  private static Optional<Integer> number(JsonNode row, String field) {
    JsonNode value = row.path(field);
    return value.isNumber() ? Optional.of(value.asInt()) : Optional.empty();
  }
}
