package ai.therapysync.gateway.simulator.network;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Posts signed forms to the gateway's webhooks, as Twilio does. */
final class Postman implements AutoCloseable {
  /** Nobody answered. */
  static final int NO_ANSWER = 0;

  private static final Logger log = LoggerFactory.getLogger(Postman.class);

  private final String authToken;
  private final Pace pace;
  private final HttpClient http;
  private volatile boolean closed;

  Postman(String authToken, Pace pace) {
    this.authToken = authToken;
    this.pace = pace;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  /** The HTTP status of the last try, or {@link #NO_ANSWER}. */
  int post(URI url, Map<String, String> parameters) throws InterruptedException {
    HttpRequest request = request(url, parameters);
    int answer = once(request);
    boolean failed = answer == NO_ANSWER || answer >= 500;
    return failed && pace.retryWebhooks() && !closed ? once(request) : answer;
  }

  /** Base64 of HMAC-SHA1 over the URL and all parameters, sorted by name, name and value joined. */
  static String sign(String authToken, URI url, Map<String, String> parameters) {
    StringBuilder signed = new StringBuilder(url.toString());
    new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] hash = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA1", e);
    }
  }

  private HttpRequest request(URI url, Map<String, String> parameters) {
    String form =
        parameters.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return HttpRequest.newBuilder(url)
        .timeout(pace.webhookTimeout())
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("Accept", "*/*")
        .header("User-Agent", "TwilioProxy/1.1")
        .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
        .header("X-Twilio-Signature", sign(authToken, url, parameters))
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  private int once(HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      if (!closed) {
        log.warn("The gateway did not answer a webhook: {}", e.getClass().getSimpleName());
      }
      return NO_ANSWER;
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closed = true;
    http.shutdownNow();
  }
}
