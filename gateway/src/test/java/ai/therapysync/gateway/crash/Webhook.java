package ai.therapysync.gateway.crash;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.twilio.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One signed SMS of a phone, which may be posted to any node, and more than once. */
record Webhook(Map<String, String> form, String signature) {
  private static final String PATH = "/webhooks/twilio";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  /** From that number to the account's sender. */
  static Webhook of(Account account, URI publicUrl, String number, String words) {
    Map<String, String> form =
        new TreeMap<>(
            Map.of(
                "MessageSid",
                "SM" + UUID.randomUUID().toString().replace("-", ""),
                "AccountSid",
                account.sid(),
                "From",
                number,
                "To",
                account.sender(ChannelName.SMS),
                "Body",
                words,
                "NumMedia",
                "0"));
    StringBuilder signed = new StringBuilder(publicUrl + PATH);
    form.forEach((name, value) -> signed.append(name).append(value));
    return new Webhook(form, hmac(account.authToken(), signed.toString()));
  }

  /** The node's answer; 0 when there is none. */
  int postTo(Node node) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + PATH))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(body()))
            .build();
    try {
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private String body() {
    return form.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String hmac(String key, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA1", e);
    }
  }
}
