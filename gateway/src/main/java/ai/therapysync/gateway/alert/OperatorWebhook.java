package ai.therapysync.gateway.alert;

import ai.therapysync.gateway.config.WebhookSettings;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One signed call, as the Standard Webhooks convention has it; takes 5 s at most. */
public final class OperatorWebhook implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final WebhookSettings settings;
  private final Webhook signer;
  private final HttpClient http;

  /** With address and secret. */
  public OperatorWebhook(WebhookSettings settings) {
    this.settings = settings;
    this.signer = new Webhook(settings.secret().reveal());
    this.http =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * Posts it.
   *
   * @param id the same for every attempt at one alert
   * @return why it was not taken, a status or a kind of failure; empty when it was
   */
  Optional<String> post(String id, String body, Instant now) {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request(id, body, now), HttpResponse.BodyHandlers.discarding());
    try {
      int status = answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      return status / 100 == 2 ? Optional.empty() : Optional.of("status " + status);
    } catch (TimeoutException e) {
      answer.cancel(true);
      return Optional.of("no answer within " + PATIENCE.toSeconds() + " s");
    } catch (ExecutionException e) {
      Throwable cause = Optional.ofNullable(e.getCause()).orElse(e);
      return Optional.of("no connection: " + cause.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private HttpRequest request(String id, String body, Instant now) {
    return HttpRequest.newBuilder(settings.address())
        .timeout(PATIENCE)
        .header("Content-Type", "application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", String.valueOf(now.getEpochSecond()))
        .header("webhook-signature", signature(id, body, now))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private String signature(String id, String body, Instant now) {
    try {
      return signer.sign(id, now.getEpochSecond(), body);
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
