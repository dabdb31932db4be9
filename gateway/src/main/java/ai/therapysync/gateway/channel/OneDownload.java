package ai.therapysync.gateway.channel;

import ai.therapysync.gateway.channel.OneCall.LostException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** One file from a provider, streamed once: it has a deadline, and it is not read without end. */
public final class OneDownload {
  private static final int OK = 200;

  private final HttpClient http;
  private final long most;
  private final Duration limit;

  /**
   * With the connections that it uses.
   *
   * @param most bytes that are taken
   * @param limit how long the whole of it may take
   */
  public OneDownload(HttpClient http, long most, Duration limit) {
    this.http = http;
    this.most = most;
    this.limit = limit;
  }

  /** What came: the file's bytes have gone into the sink where the status is 200. */
  public record Answer(int status, HttpHeaders headers, boolean tooLarge) {
    /** What it says that it is. */
    public String contentType() {
      return headers.firstValue("content-type").orElse("");
    }
  }

  /**
   * Asks for it.
   *
   * @throws OneCall.LostException when no whole answer came
   */
  public Answer get(HttpRequest request, Consumer<byte[]> sink) {
    CompletableFuture<Answer> stopped = new CompletableFuture<>();
    CompletableFuture<HttpResponse<Void>> coming = http.sendAsync(request, handler(sink, stopped));
    try {
      return CompletableFuture.anyOf(
              coming.thenApply(whole -> new Answer(whole.statusCode(), whole.headers(), false)),
              stopped)
          .thenApply(Answer.class::cast)
          .get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new LostException("no whole answer in time");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostException("interrupted while waiting for the answer");
    } catch (ExecutionException e) {
      throw new LostException("the connection broke before the end");
    } finally {
      coming.cancel(true);
    }
  }

  private BodyHandler<Void> handler(Consumer<byte[]> sink, CompletableFuture<Answer> stopped) {
    AtomicLong bytes = new AtomicLong();
    return info -> {
      if (info.statusCode() != OK) {
        return BodySubscribers.discarding();
      }
      Answer tooLarge = new Answer(OK, info.headers(), true);
      if (info.headers().firstValueAsLong("content-length").orElse(0) > most) {
        stopped.complete(tooLarge);
      }
      return BodySubscribers.ofByteArrayConsumer(part -> {
        if (part.isEmpty() || stopped.isDone()) {
          return;
        }
        if (bytes.addAndGet(part.get().length) > most) {
          stopped.complete(tooLarge);
          return;
        }
        try {
          sink.accept(part.get());
        } catch (RuntimeException e) {
          stopped.completeExceptionally(e);
        }
      });
    };
  }
}
