package ai.therapysync.gateway.simulator.meta;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.simulator.network.Line;
import ai.therapysync.gateway.simulator.network.SimulatedMessage.Content;
import ai.therapysync.gateway.simulator.network.SimulatedMessage.Request;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A request to send a message, checked as Meta checks it. */
record GraphOrder(Line line, Content content, Request request) {
  private static final int LONGEST_TEXT = 4_096;
  private static final int LONGEST_REFERENCE = 512;
  private static final List<String> MEDIA =
      List.of("image", "audio", "video", "document", "sticker");

  static GraphOrder read(JsonNode body, String sender, UserIds users) {
    product(body);
    String to = body.path("to").asText("");
    String recipient = body.path("recipient").asText("");
    String phone = to.isEmpty() ? ofUser(recipient, users) : ofNumber(to);
    String reference = body.path("biz_opaque_callback_data").asText("");
    if (reference.length() > LONGEST_REFERENCE) {
      throw GraphError.parameter("biz_opaque_callback_data has 512 characters at most");
    }
    return new GraphOrder(
        new Line(ChannelName.WHATSAPP, phone, sender),
        content(body),
        Request.meta(
            Optional.of(reference).filter(given -> !given.isEmpty()),
            Optional.of(recipient).filter(_ -> to.isEmpty())));
  }

  /** Everything that is sent to WhatsApp says so. */
  static void product(JsonNode body) {
    if (!body.path("messaging_product").asText("").equals("whatsapp")) {
      throw GraphError.of(400, 100, "The parameter messaging_product is required");
    }
  }

  private static String ofNumber(String to) {
    String digits = to.replaceAll("[ ()-]", "");
    return Optional.of(digits.startsWith("+") ? digits : "+" + digits)
        .flatMap(written -> PhoneNumber.parse(written, "ZZ"))
        .map(PhoneNumber::e164)
        .orElseThrow(() -> GraphError.parameter("to is no phone number"));
  }

  private static String ofUser(String recipient, UserIds users) {
    if (recipient.isEmpty()) {
      throw GraphError.of(400, 100, "The parameter to is required");
    }
    return users
        .phone(recipient)
        .orElseThrow(() -> GraphError.of(400, 131026, "Message undeliverable"));
  }

  private static Content content(JsonNode body) {
    String type = body.path("type").asText("text");
    JsonNode content = body.path(type);
    if (!content.isObject()) {
      throw GraphError.of(400, 131008, "The parameter " + type + " is required");
    }
    return switch (type) {
      case "text" ->
          Content.words(text(content.path("body"), "text.body", LONGEST_TEXT), List.of());
      case "interactive" -> GraphInteractive.read(content);
      case "template" -> template(content);
      default -> media(type, content);
    };
  }

  private static Content template(JsonNode template) {
    String name = text(template.path("name"), "template.name", 512);
    String language = text(template.path("language").path("code"), "template.language.code", 16);
    String values =
        StreamSupport.stream(template.path("components").spliterator(), false)
            .flatMap(part -> StreamSupport.stream(part.path("parameters").spliterator(), false))
            .map(value -> text(value.path("text"), "template parameter", 1_024))
            .collect(Collectors.joining(", "));
    return Content.template(("[" + name + " " + language + "] " + values).strip());
  }

  private static Content media(String type, JsonNode media) {
    if (!MEDIA.contains(type)) {
      throw GraphError.of(400, 131051, "Message type " + type + " is not supported");
    }
    String link = media.path("link").asText(media.path("id").asText(""));
    if (link.isEmpty()) {
      throw GraphError.of(400, 131008, "The parameter " + type + ".id or link is required");
    }
    return Content.words(media.path("caption").asText(""), List.of(link));
  }

  /** Words of 1 to so many characters. */
  static String text(JsonNode field, String name, int longest) {
    String text = field.asText("");
    if (!field.isTextual() || text.isBlank() || text.codePointCount(0, text.length()) > longest) {
      throw GraphError.parameter(name + " has 1 to " + longest + " characters");
    }
    return text;
  }

  @Override
  public String toString() {
    return "GraphOrder[private]";
  }
}
