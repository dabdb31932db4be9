package ai.therapysync.gateway.channel.meta;

import ai.therapysync.gateway.channel.Webhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bodies as Meta describes them, and its signature. */
public final class MetaNotes {
  private MetaNotes() {}

  /** One body with these messages, each a JSON object, from Maya's telephone. */
  public static String messages(String... messages) {
    return value("\"messages\": [" + String.join(",", messages) + "]");
  }

  /** One body with these statuses, each a JSON object. */
  public static String statuses(String... statuses) {
    return value("\"statuses\": [" + String.join(",", statuses) + "]");
  }

  /** One body with one change of the field {@code messages}. */
  static String value(String parts) {
    return """
    {"object": "whatsapp_business_account", "entry": [{"id": "8856996819413533", "changes": [
      {"field": "messages", "value": {"messaging_product": "whatsapp",
        "metadata": {"display_phone_number": "15550783881", "phone_number_id": "%s"},
        "contacts": [{"profile": {"name": "Maya Vale"}, "wa_id": "12025550141"}], %s}}]}]}
    """
        .formatted(MetaDouble.NUMBER_ID, parts);
  }

  /** A message, with what belongs to its type. */
  public static String message(String id, String from, String type, String content) {
    return """
    {"from": "%s", "id": "%s", "timestamp": "1772366400", "type": "%s", "%3$s": %s}
    """
        .formatted(from, id, type, content);
  }

  public static String text(String id, String from, String words) {
    return message(id, from, "text", "{\"body\": \"" + words + "\"}");
  }

  public static String status(String id, String word, String ours) {
    return """
    {"id": "%s", "status": "%s", "timestamp": "1772366401", "recipient_id": "12025550141",
     "biz_opaque_callback_data": "%s", "conversation": {"id": "c1", "origin": {"type": "service"}},
     "pricing": {"billable": true, "pricing_model": "PMP", "category": "service"}}
    """
        .formatted(id, word, ours);
  }

  public static String failed(String id, int code, String ours) {
    return """
    {"id": "%s", "status": "failed", "timestamp": "1772366401", "recipient_id": "12025550141",
     "biz_opaque_callback_data": "%s", "errors": [{"code": %d, "title": "no", "message": "no",
     "error_data": {"details": "no"}, "href": "https://developers.facebook.com/"}]}
    """
        .formatted(id, ours, code);
  }

  static Webhook.Request signed(String body) {
    return request(body.getBytes(StandardCharsets.UTF_8), signature(body));
  }

  static Webhook.Request request(byte[] body, String signature) {
    return new Webhook.Request(
        MetaChannel.PATH, "", Map.of("x-hub-signature-256", signature), body);
  }

  public static String signature(String body) {
    return signature(body.getBytes(StandardCharsets.UTF_8), MetaDouble.APP_SECRET);
  }

  static String signature(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
