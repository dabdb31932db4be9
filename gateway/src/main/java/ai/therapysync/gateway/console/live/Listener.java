package ai.therapysync.gateway.console.live;

import ai.therapysync.gateway.console.page.Visitor;
import io.javalin.http.sse.SseClient;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A browser that listens. It is written to by a thread of its own, so that one that has fallen
 * asleep keeps no alarm from the others.
 */
final class Listener {
  /** Whoever is so far behind is let go, and comes back by itself. */
  private static final int MOST_WAITING = 200;

  private final SseClient client;
  private final Visitor visitor;
  private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

  Listener(SseClient client, Visitor visitor) {
    this.client = client;
    this.visitor = visitor;
  }

  private record Line(String event, String data) {}

  void start() {
    Thread.ofVirtual().name("console-listener").start(this::write);
  }

  boolean mayHear(LiveEvent.Kind kind) {
    return visitor.caller().may(kind.permission());
  }

  SseClient client() {
    return client;
  }

  /** Without waiting for it to be read. */
  void tell(String event, String data) {
    if (!waiting.offer(new Line(event, data))) {
      client.close();
    }
  }

  /** Its thread looks up, and sees that nobody listens any more. */
  void wake() {
    boolean _ = waiting.offer(new Line(LiveFeed.ALIVE, ""));
  }

  private void write() {
    try {
      while (!client.terminated()) {
        Line line = waiting.take();
        if (line.event().equals(LiveFeed.ALIVE)) {
          client.sendComment(line.event());
        } else {
          client.sendEvent(line.event(), line.data());
        }
        if (line.event().equals(LiveFeed.END)) {
          client.close();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      client.close();
    }
  }
}
