package ai.therapysync.gateway.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on by itself, and that a story moves ahead. */
final class MovableClock implements InstantSource {
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plus(ahead.get());
  }

  void pass(Duration time) {
    ahead.updateAndGet(before -> before.plus(time));
  }

  /** So that the next instant is at or just after this one. */
  void goTo(Instant then) {
    pass(Duration.between(instant(), then));
  }
}
