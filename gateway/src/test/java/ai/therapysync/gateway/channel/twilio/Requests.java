package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.gateway.channel.Webhook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests as Twilio writes and signs them. */
final class Requests {
  static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
  static final String ORIGIN = "https://gateway.example";
  static final String TOKEN = "token-now";

  private Requests() {}

  static Webhook.Request signed(String path, String query, Map<String, String> parameters) {
    return signed(path, query, repeated(parameters), ORIGIN, TOKEN);
  }

  static Webhook.Request signed(
      String path,
      String query,
      Map<String, List<String>> parameters,
      String origin,
      String token) {
    String url = origin + path + (query.isEmpty() ? "" : "?" + query);
    String signature = signature(token, url + joined(parameters));
    return request(path, query, FORM, signature, encoded(parameters));
  }

  static Webhook.Request request(
      String path, String query, String type, String signature, String body) {
    return request(path, query, type, signature, body.getBytes(StandardCharsets.UTF_8));
  }

  static Webhook.Request request(
      String path, String query, String type, String signature, byte[] body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", type);
    headers.put("x-twilio-signature", signature);
    return new Webhook.Request(path, query, headers, body);
  }

  static String signature(String token, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, List<String>> repeated(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
  }

  static String joined(Map<String, List<String>> parameters) {
    StringBuilder joined = new StringBuilder();
    new TreeMap<>(parameters)
        .forEach(
            (name, values) -> new TreeSet<>(values).forEach(v -> joined.append(name).append(v)));
    return joined.toString();
  }

  private static String encoded(Map<String, List<String>> parameters) {
    return parameters.entrySet().stream()
        .flatMap(
            entry -> entry.getValue().stream().map(v -> encode(entry.getKey()) + "=" + encode(v)))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
