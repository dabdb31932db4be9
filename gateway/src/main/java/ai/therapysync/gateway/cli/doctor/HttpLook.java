package ai.therapysync.gateway.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;

/** Asks a provider something cheap. */
final class HttpLook {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private HttpLook() {}

  /** The status of the answer; empty when there was none within 10 s. */
  static OptionalInt status(URI address, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    headers.forEach(request::header);
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return OptionalInt.of(
          client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode());
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }
}
