package ai.therapysync.persistence.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what PostgreSQL hands back: JSON trees, instants, absent values. */
public final class Rows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Rows() {}

  /** The tree of a JSON column; an empty array where the column is null. */
  public static JsonNode json(@Nullable String column) {
    try {
      return column == null ? JSON.createArrayNode() : JSON.readTree(column);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON column can't be read", e);
    }
  }

  /** Plain values as a JSON text. */
  public static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A value can't be written as JSON", e);
    }
  }

  /** A text field; empty where it is missing, null or blank. */
  public static Optional<String> text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isMissingNode() || value.isNull() || value.asText().isBlank()
        ? Optional.empty()
        : Optional.of(value.asText());
  }

  /** A UUID field. */
  public static Optional<UUID> uuid(JsonNode node, String field) {
    return text(node, field).map(UUID::fromString);
  }

  /** A timestamp field, as PostgreSQL writes it into JSON. */
  public static Optional<Instant> instant(JsonNode node, String field) {
    return text(node, field).map(written -> OffsetDateTime.parse(written).toInstant());
  }

  /** The texts of an array field. */
  public static List<String> texts(JsonNode node, String field) {
    List<String> texts = new ArrayList<>();
    node.path(field)
        .forEach(item -> {
          if (!item.isNull()) {
            texts.add(item.asText());
          }
        });
    return List.copyOf(texts);
  }

  /** A flag; its default where the column is null. */
  public static boolean flag(JsonNode node, String field, boolean whenAbsent) {
    return node.path(field).asBoolean(whenAbsent);
  }

  /** What the driver takes for a {@code timestamptz}. */
  public static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
