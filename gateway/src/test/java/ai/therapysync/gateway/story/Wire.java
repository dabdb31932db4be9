package ai.therapysync.gateway.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests as a provider signs them, one by one: for what no phone would send. */
final class Wire {
  static final String MESSAGES = "/webhooks/twilio";
  static final String STATUSES = "/webhooks/twilio/status";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final World world;

  Wire(World world) {
    this.world = world;
  }

  static String newId() {
    return "SM" + HexFormat.of().toHexDigits(UUID.randomUUID().getMostSignificantBits()) + "0f";
  }

  /** An SMS as the provider describes it. */
  static Map<String, String> sms(String id, String from, String body) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", id);
    form.put("SmsStatus", "received");
    form.put("From", from);
    form.put("To", World.SMS);
    form.put("Body", body);
    form.put("NumMedia", "0");
    return form;
  }

  static Map<String, String> whatsapp(String id, String from, String body) {
    Map<String, String> form = sms(id, "whatsapp:" + from, body);
    form.put("To", "whatsapp:" + World.WHATSAPP);
    return form;
  }

  HttpResponse<String> message(Map<String, String> form) {
    return signed(MESSAGES, form);
  }

  int texts(String from, String body) {
    return message(sms(newId(), from, body)).statusCode();
  }

  HttpResponse<String> status(String id, String word) {
    return status(id, word, "");
  }

  HttpResponse<String> status(String id, String word, String error) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", id);
    form.put("MessageStatus", word);
    if (!error.isEmpty()) {
      form.put("ErrorCode", error);
    }
    return signed(STATUSES, form);
  }

  HttpResponse<String> signed(String path, Map<String, String> form) {
    return post(
        path,
        "application/x-www-form-urlencoded",
        encode(form),
        sign(world.url() + path, form, world.set("TWILIO_AUTH_TOKEN")));
  }

  /** With an empty signature none is sent. */
  HttpResponse<String> post(String path, String type, byte[] body, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(world.url() + path))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (!signature.isEmpty()) {
      request.header("X-Twilio-Signature", signature);
    }
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static byte[] encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry ->
            URLEncoder.encode(entry.getKey(), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.UTF_8);
  }

  static String sign(String url, Map<String, String> form, String token) {
    StringBuilder text = new StringBuilder(url);
    new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
