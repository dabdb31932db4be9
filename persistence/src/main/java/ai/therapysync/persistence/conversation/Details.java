package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.Understanding;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code whatsapp_messages} has no column for, as JSON to be sealed. */
final class Details {
  private static final String MEANT = "meant";
  private static final String LATE = "late";

  private Details() {}

  /** Nothing. */
  static String none() {
    return Rows.write(Map.of());
  }

  static String of(InboundMessage message, boolean withText, Understanding understood) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (withText) {
      details.put("text", message.text());
    }
    details.put(
        "attachments",
        message.attachments().stream()
            .map(one -> Map.of("reference", one.reference(), "type", one.contentType()))
            .toList());
    message
        .place()
        .ifPresent(place ->
            details.put(
                "place",
                Map.of(
                    "latitude", place.latitude(),
                    "longitude", place.longitude(),
                    "label", place.label(),
                    "address", place.address())));
    message.profileName().ifPresent(name -> details.put("profile_name", name));
    message.about().ifPresent(id -> details.put("about", id));
    message.sentAt().ifPresent(at -> details.put("sent_at", at.toString()));
    switch (understood) {
      case Understanding.Literal _ -> {}
      case Understanding.Chosen chosen -> details.put(MEANT, chosen.answer());
      case Understanding.Late _ -> details.put(LATE, true);
    }
    return Rows.write(details);
  }

  /** How the message was taken. */
  static Understanding understood(JsonNode details) {
    if (details.path(LATE).asBoolean()) {
      return new Understanding.Late();
    }
    return Rows.text(details, MEANT)
        .<Understanding>map(answer -> new Understanding.Chosen(answer, answer))
        .orElseGet(Understanding.Literal::new);
  }
}
