package ai.therapysync.gateway.channel;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * One request to a provider, made once: it has a deadline, reads no answer without end, and knows
 * afterwards whether the request can have arrived.
 */
public final class OneCall {
  private static final long LONGEST_ANSWER = 4L * 1024 * 1024;

  private OneCall() {}

  /**
   * The provider's answer, whatever its status.
   *
   * @param limit how long the whole of it may take
   * @throws NotSentException nothing has left this machine
   * @throws LostException the request may have arrived
   */
  public static HttpResponse<String> make(HttpClient http, HttpRequest request, Duration limit) {
    BodyHandler<String> body =
        BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LONGEST_ANSWER);
    CompletableFuture<HttpResponse<String>> coming = http.sendAsync(request, body);
    try {
      return coming.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new LostException("no answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostException("interrupted while waiting for the answer");
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } finally {
      coming.cancel(true);
    }
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case ConnectException _, HttpConnectTimeoutException _ ->
          new NotSentException("no connection");
      case SSLHandshakeException _ -> new NotSentException("no TLS connection");
      case IOException _ -> new LostException("the connection broke before the answer");
      case null, default -> new LostException("no answer");
    };
  }

  /** Nothing has left this machine. */
  public static final class NotSentException extends RuntimeException {
    NotSentException(String message) {
      super(message);
    }
  }

  /** The request may have arrived. */
  public static final class LostException extends RuntimeException {
    LostException(String message) {
      super(message);
    }
  }
}
