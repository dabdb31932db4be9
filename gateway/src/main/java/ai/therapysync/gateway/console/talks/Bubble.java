package ai.therapysync.gateway.console.talks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A message as the page shows it. Private: never printed.
 *
 * @param inbound whether the person wrote it
 * @param fate what became of one of ours, in a word
 */
public record Bubble(
    String words, boolean inbound, String who, String channel, String fate, Optional<Instant> at) {
  static Bubble of(JsonNode row) {
    String sender = row.path("sender_type").asText();
    boolean inbound = sender.equals("user");
    return new Bubble(
        words(row),
        inbound,
        who(sender),
        row.path("channel").asText().equals("sms") ? "SMS" : "WhatsApp",
        inbound ? "" : fate(row),
        row.hasNonNull("timestamp")
            ? Optional.of(OffsetDateTime.parse(row.path("timestamp").asText()).toInstant())
            : Optional.empty());
  }

  private static String words(JsonNode row) {
    if (row.path("content").isNull()) {
      return "These words can no longer be read: the key to them was destroyed.";
    }
    String words = row.path("content").asText();
    return words.isBlank() ? "(" + row.path("message_type").asText() + ", no words)" : words;
  }

  private static String who(String sender) {
    return switch (sender) {
      case "user" -> "The person";
      case "operator" -> "An operator";
      case "system" -> "The gateway";
      default -> "The companion";
    };
  }

  private static String fate(JsonNode row) {
    String status = row.path("delivery_status").asText();
    return status.equals("failed") && row.hasNonNull("error_message")
        ? "failed: " + row.path("error_message").asText()
        : status;
  }

  @Override
  public String toString() {
    return "Bubble[private]";
  }
}
