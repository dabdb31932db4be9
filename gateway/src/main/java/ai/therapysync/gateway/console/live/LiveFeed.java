package ai.therapysync.gateway.console.live;

import ai.therapysync.gateway.console.page.Visitor;
import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.views.LiveView;
import ai.therapysync.persistence.views.LiveView.Sight;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /console/events}: one look at the database every two seconds, shared by all who listen,
 * and none while nobody does. What was missed between two connections a page shows when it loads.
 */
public final class LiveFeed implements AutoCloseable {
  static final String ALIVE = "alive";
  static final String END = "end";

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final Duration SLICE = Duration.ofMillis(100);

  /** Now and then it is looked whether a listener may still listen, and the line kept warm. */
  private static final int LOOKS_BETWEEN_CHECKS = 10;

  private final LiveView view;
  private final InstantSource clock;
  private final Function<Context, Optional<Visitor>> guard;
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean running = new AtomicBoolean();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * With where it looks.
   *
   * @param guard who asks; empty for who may not
   */
  public LiveFeed(LiveView view, InstantSource clock, Function<Context, Optional<Visitor>> guard) {
    this.view = view;
    this.clock = clock;
    this.guard = guard;
  }

  /** Adds its address. */
  public void mount(JavalinConfig config) {
    config.routes.sse("/console/events", this::listen);
  }

  private void listen(SseClient client) {
    Optional<Visitor> visitor = guard.apply(client.ctx());
    if (visitor.isEmpty() || closed.get()) {
      client.sendEvent(END, "{}");
      client.close();
      return;
    }
    Sight now = view.look(clock.instant());
    Listener listener = new Listener(client, visitor.get());
    client.keepAlive();
    client.onClose(() -> leave(listener));
    listener.start();
    listeners.add(listener);
    tellState(listener, now);
    if (running.compareAndSet(false, true)) {
      Thread.ofVirtual().name("console-live").start(this::watch);
    }
  }

  private void watch() {
    Optional<Sight> before = Optional.empty();
    int looks = 0;
    while (!closed.get() && !listeners.isEmpty()) {
      before = look(before);
      looks++;
      if (looks % LOOKS_BETWEEN_CHECKS == 0) {
        listeners.forEach(this::check);
      }
      pause();
    }
    running.set(false);
    // Somebody may have come in between.
    if (!closed.get() && !listeners.isEmpty() && running.compareAndSet(false, true)) {
      Thread.ofVirtual().name("console-live").start(this::watch);
    }
  }

  private Optional<Sight> look(Optional<Sight> before) {
    try {
      Sight now = view.look(clock.instant());
      before.ifPresent(sight -> tell(Changes.between(sight, now), now));
      return Optional.of(now);
    } catch (RuntimeException e) {
      LOG.warn("The console's live view could not look: {}", Failures.describe(e));
      return before;
    }
  }

  private void tell(List<LiveEvent> events, Sight now) {
    if (events.isEmpty()) {
      return;
    }
    for (Listener listener : listeners) {
      tellState(listener, now);
      for (LiveEvent event : events) {
        if (listener.mayHear(event.kind())) {
          listener.tell(event.kind().word(), Json.of(event.subject(), event.alarm()));
        }
      }
    }
  }

  private static void tellState(Listener listener, Sight now) {
    int incidents = listener.mayHear(LiveEvent.Kind.INCIDENT) ? now.incidents().size() : 0;
    int humans = listener.mayHear(LiveEvent.Kind.HUMAN) ? now.humans().size() : 0;
    listener.tell("state", Json.counts(incidents, humans));
  }

  private void check(Listener listener) {
    try {
      boolean mayListen = guard.apply(listener.client().ctx()).isPresent();
      listener.tell(mayListen ? ALIVE : END, "{}");
    } catch (RuntimeException e) {
      LOG.warn("A listener could not be looked at: {}", Failures.describe(e));
    }
  }

  private void leave(Listener listener) {
    listeners.remove(listener);
    listener.wake();
  }

  private void pause() {
    long end = System.nanoTime() + EVERY.toNanos();
    while (!closed.get() && System.nanoTime() < end) {
      LockSupport.parkNanos(SLICE.toNanos());
    }
  }

  /** Lets go of everybody, so that the server can stop at once. */
  @Override
  public void close() {
    closed.set(true);
    listeners.forEach(listener -> listener.client().close());
    listeners.clear();
  }
}
