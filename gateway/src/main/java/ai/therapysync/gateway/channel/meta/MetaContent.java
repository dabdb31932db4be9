package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.message.Place;
import ai.therapysync.conversation.message.Tap;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a message holds. Words are looked for wherever a message can have them, whatever it says of
 * its type: in danger an odd message counts, too. Private: never printed.
 *
 * @param about the id of the message that it answers, reacts to, changes or takes back
 * @param tap the button or row that was tapped
 */
record MetaContent(
    MessageType type,
    String text,
    List<Attachment> attachments,
    Optional<Place> place,
    Optional<String> about,
    Optional<Tap> tap) {
  private static final List<String> MEDIA =
      List.of("image", "audio", "video", "document", "sticker");

  MetaContent {
    attachments = List.copyOf(attachments);
  }

  static MetaContent of(JsonNode message) {
    String kind = MetaJson.name(message, "type").toLowerCase(Locale.ROOT);
    JsonNode content = message.path(kind);
    return new MetaContent(
        type(kind, content),
        text(message),
        attachments(message),
        place(message.path("location")),
        about(message, content),
        tap(message));
  }

  /** What says another type than it holds is no more than unsupported. */
  private static MessageType type(String kind, JsonNode content) {
    return switch (kind) {
      case "contacts" -> content.isArray() ? MessageType.CONTACTS : MessageType.UNSUPPORTED;
      // Somebody has opened the conversation and said nothing yet.
      case "request_welcome" -> MessageType.SYSTEM;
      // Whatever it looks like: a deletion is never answered.
      case "revoke", "deleted" -> MessageType.DELETION;
      default -> content.isObject() ? ofObject(kind, content) : MessageType.UNSUPPORTED;
    };
  }

  private static MessageType ofObject(String kind, JsonNode content) {
    return switch (kind) {
      case "text" -> content.path("body").isTextual() ? MessageType.TEXT : MessageType.UNSUPPORTED;
      case "image" -> MessageType.IMAGE;
      case "audio", "voice" -> MessageType.AUDIO;
      case "video" -> MessageType.VIDEO;
      case "document" -> MessageType.DOCUMENT;
      case "sticker" -> MessageType.STICKER;
      case "location" ->
          place(content).isPresent() ? MessageType.LOCATION : MessageType.UNSUPPORTED;
      case "interactive" -> interactive(content);
      case "button" -> MessageType.BUTTON;
      case "reaction" -> MessageType.REACTION;
      case "order" -> MessageType.ORDER;
      case "system" -> MessageType.SYSTEM;
      case "edit" -> MessageType.EDIT;
      default -> MessageType.UNSUPPORTED;
    };
  }

  private static MessageType interactive(JsonNode content) {
    return switch (MetaJson.name(content, "type")) {
      case "button_reply" -> MessageType.BUTTON;
      case "list_reply" -> MessageType.LIST;
      case "nfm_reply" -> MessageType.TEXT;
      default -> MessageType.UNSUPPORTED;
    };
  }

  private static String text(JsonNode message) {
    JsonNode interactive = message.path("interactive");
    JsonNode edited = message.path("edit").path("message");
    return Stream.concat(
            Stream.of(
                MetaJson.text(message, "text", "body"),
                MetaJson.text(interactive, "button_reply", "title"),
                MetaJson.text(interactive, "list_reply", "title"),
                MetaJson.text(interactive, "nfm_reply", "body"),
                MetaJson.text(message, "button", "text"),
                MetaJson.text(message, "button", "payload"),
                MetaJson.text(message, "reaction", "emoji"),
                MetaJson.text(message, "order", "text"),
                MetaJson.text(edited, "text", "body"),
                MetaJson.text(message, "system", "body")),
            MEDIA.stream()
                .flatMap(kind ->
                    Stream.of(
                        MetaJson.text(message, kind, "caption"),
                        MetaJson.text(edited, kind, "caption"))))
        .filter(words -> !words.isBlank())
        .findFirst()
        .orElse("");
  }

  /** A button of a template has a payload in place of an id. */
  private static Optional<Tap> tap(JsonNode message) {
    JsonNode interactive = message.path("interactive");
    return Stream.of(
            MetaJson.name(interactive, "button_reply", "id"),
            MetaJson.name(interactive, "list_reply", "id"),
            MetaJson.name(message, "button", "payload"))
        .filter(id -> !id.isEmpty())
        .findFirst()
        .map(Tap::of);
  }

  /** References only: fetching needs our token, and a link lives five minutes. */
  private static List<Attachment> attachments(JsonNode message) {
    return Stream.concat(MEDIA.stream(), Stream.of("voice"))
        .map(message::path)
        .filter(media -> !MetaJson.name(media, "id").isEmpty())
        .map(media -> new Attachment(MetaJson.name(media, "id"), MetaJson.name(media, "mime_type")))
        .toList();
  }

  private static Optional<Place> place(JsonNode location) {
    Optional<Double> latitude = degrees(MetaJson.name(location, "latitude"), 90);
    Optional<Double> longitude = degrees(MetaJson.name(location, "longitude"), 180);
    return latitude.isPresent() && longitude.isPresent()
        ? Optional.of(
            new Place(
                latitude.get(),
                longitude.get(),
                MetaJson.text(location, "name"),
                MetaJson.text(location, "address")))
        : Optional.empty();
  }

  private static Optional<Double> degrees(String written, int most) {
    try {
      double degrees = Double.parseDouble(written);
      return Math.abs(degrees) <= most ? Optional.of(degrees) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> about(JsonNode message, JsonNode content) {
    return Stream.of(
            MetaJson.name(content, "message_id"),
            MetaJson.name(content, "original_message_id"),
            MetaJson.name(message, "context", "id"))
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  @Override
  public String toString() {
    return "MetaContent[" + type + "]";
  }
}
