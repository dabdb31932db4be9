package ai.therapysync.gateway.simulator.network;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the gateway over HTTP. */
public final class Postbox implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Postbox.class);

  private final Pace pace;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private volatile boolean closed;

  /** With the patience of that pace. */
  public Postbox(Pace pace) {
    this.pace = pace;
  }

  /** A request to that address, with the time that it may take. */
  public HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(address).timeout(pace.webhookTimeout());
  }

  /** The HTTP status of the answer, or {@link Uplink#NO_ANSWER}. */
  public int post(HttpRequest request) {
    return ask(request).map(HttpResponse::statusCode).orElse(Uplink.NO_ANSWER);
  }

  /** The answer; empty when there is none. */
  public Optional<HttpResponse<String>> ask(HttpRequest request) {
    try {
      return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      if (!closed) {
        log.warn("The gateway did not answer a webhook: {}", e.getClass().getSimpleName());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /** Whether nothing is called again. */
  public boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    http.shutdownNow();
  }
}
