package ai.therapysync.gateway.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Asks a provider something cheap. */
final class HttpLook {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private HttpLook() {}

  /** The status of the answer; empty when there was none within 10 s. */
  static OptionalInt status(URI address, Map<String, String> headers) {
    return get(address, headers, BodyHandlers.discarding())
        .map(answer -> OptionalInt.of(answer.statusCode()))
        .orElseGet(OptionalInt::empty);
  }

  /** The answer; empty when there was none within 10 s. */
  static Optional<HttpResponse<String>> answer(URI address, Map<String, String> headers) {
    return get(address, headers, BodyHandlers.ofString());
  }

  private static <T> Optional<HttpResponse<T>> get(
      URI address, Map<String, String> headers, BodyHandler<T> handler) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
    headers.forEach(request::header);
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return Optional.of(client.send(request.build(), handler));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
