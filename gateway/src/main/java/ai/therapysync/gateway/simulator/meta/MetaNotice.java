package ai.therapysync.gateway.simulator.meta;

import ai.therapysync.gateway.simulator.network.Choices.Choice;
import ai.therapysync.gateway.simulator.network.Media;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import ai.therapysync.gateway.simulator.network.Status;
import ai.therapysync.gateway.simulator.network.Typed;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The bodies of Meta's webhooks. */
final class MetaNotice {
  private final MetaAccount account;
  private final UserIds users;
  private final MetaMedia media;

  MetaNotice(MetaAccount account, UserIds users, MetaMedia media) {
    this.account = account;
    this.users = users;
    this.media = media;
  }

  static String newId() {
    String random = "SIM" + UUID.randomUUID();
    return "wamid."
        + Base64.getEncoder()
            .withoutPadding()
            .encodeToString(random.getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * Something that a person has sent.
   *
   * @param hidden whether their number is not told
   */
  String message(SimulatedMessage message, Typed typed, boolean hidden) {
    ObjectNode body = object();
    ObjectNode value = value(body);
    String user = users.of(typed.from());
    String number = typed.from().substring(1);
    ObjectNode contact = value.putArray("contacts").addObject();
    contact.putObject("profile").put("name", typed.profileName());
    contact.put("user_id", user);
    ObjectNode json = value.putArray("messages").addObject();
    if (!hidden) {
      contact.put("wa_id", number);
      json.put("from", number);
    }
    json.put("from_user_id", user).put("id", message.sid());
    json.put("timestamp", Long.toString(message.trail().created().getEpochSecond()));
    content(json, typed);
    return body.toString();
  }

  /** What has become of a message to a person. */
  String status(SimulatedMessage message) {
    ObjectNode body = object();
    ObjectNode json = value(body).putArray("statuses").addObject();
    json.put("id", message.sid()).put("status", word(message.status()));
    json.put("timestamp", Long.toString(message.trail().updated().getEpochSecond()));
    message
        .request()
        .userId()
        .ifPresentOrElse(
            user -> json.put("recipient_user_id", user),
            () -> json.put("recipient_id", message.line().phone().substring(1)));
    message
        .request()
        .reference()
        .ifPresent(reference -> json.put("biz_opaque_callback_data", reference));
    message.trail().error().ifPresentOrElse(code -> error(json, code), () -> pricing(json));
    return body.toString();
  }

  private ObjectNode value(ObjectNode body) {
    body.put("object", "whatsapp_business_account");
    ObjectNode entry = body.putArray("entry").addObject().put("id", account.businessId());
    ObjectNode change = entry.putArray("changes").addObject().put("field", "messages");
    ObjectNode value = change.putObject("value").put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", account.phoneNumber().substring(1))
        .put("phone_number_id", account.phoneNumberId());
    return value;
  }

  private void content(ObjectNode json, Typed typed) {
    if (typed.tap().isPresent()) {
      tapped(json, typed.tap().get());
    } else if (typed.media().isEmpty()) {
      json.put("type", "text").putObject("text").put("body", typed.body());
    } else {
      attached(json, typed.media().getFirst(), typed.body());
    }
  }

  private void tapped(ObjectNode json, Typed.Tap tap) {
    json.putObject("context")
        .put("from", account.phoneNumber().substring(1))
        .put("id", tap.message());
    String type = tap.list() ? "list_reply" : "button_reply";
    ObjectNode interactive = json.put("type", "interactive").putObject("interactive");
    Choice choice = tap.choice();
    ObjectNode reply = interactive.put("type", type).putObject(type);
    reply.put("id", choice.id()).put("title", choice.title());
    if (tap.list() && !choice.description().isEmpty()) {
      reply.put("description", choice.description());
    }
  }

  private void attached(ObjectNode json, Media attachment, String caption) {
    String type = kind(attachment.contentType());
    String id = media.keep(attachment);
    ObjectNode content = json.put("type", type).putObject(type);
    content.put("id", id).put("mime_type", attachment.contentType());
    content.put("sha256", media.sha256(id));
    if (type.equals("audio")) {
      content.put("voice", true);
    } else if (!caption.isEmpty()) {
      content.put("caption", caption);
    }
  }

  private static String kind(String contentType) {
    return switch (contentType.split("/", 2)[0]) {
      case "image" -> contentType.equals("image/webp") ? "sticker" : "image";
      case "audio" -> "audio";
      case "video" -> "video";
      default -> "document";
    };
  }

  private static void error(ObjectNode json, int code) {
    json.putArray("errors")
        .addObject()
        .put("code", code)
        .put("title", "See the documentation of this code")
        .put("message", "See the documentation of this code")
        .put("href", "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/")
        .putObject("error_data")
        .put("details", "See the documentation of this code");
  }

  private static void pricing(ObjectNode json) {
    json.putObject("pricing")
        .put("billable", false)
        .put("pricing_model", "PMP")
        .put("type", "free_customer_service")
        .put("category", "service");
  }

  private static String word(Status status) {
    return switch (status) {
      case UNDELIVERED, FAILED -> "failed";
      case QUEUED, SENT, DELIVERED, READ, RECEIVED -> status.word();
    };
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
