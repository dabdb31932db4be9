package ai.therapysync.gateway.model.encoder;

import ai.therapysync.conversation.opinion.Opinion;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.gateway.telemetry.Failures;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encoder as a second opinion. It loads beside everything else, so that a start waits for
 * nothing; where it can't run, it has no opinion.
 */
public final class EncoderOpinion implements Opinion, AutoCloseable {
  /** Longer than loading takes on a slow machine; only messages of the first seconds wait. */
  private static final long PATIENCE_SECONDS = 20;

  private static final Logger LOG = LoggerFactory.getLogger(EncoderOpinion.class);

  private final FutureTask<EncoderScreen> screen;

  public EncoderOpinion(Supplier<EncoderScreen> loader) {
    this.screen = new FutureTask<>(loader::get);
  }

  /** Begins to load. */
  public void start() {
    Thread.ofPlatform().name("encoder-loading").daemon().start(this::load);
  }

  private void load() {
    screen.run();
    if (screen.state() == FutureTask.State.FAILED) {
      LOG.warn(
          "Going on without the sentence encoder: {}", Failures.describe(screen.exceptionNow()));
    }
  }

  @Override
  public Optional<Assessment> of(Utterance message, List<Utterance> before) {
    try {
      return Optional.of(
          screen.get(PATIENCE_SECONDS, TimeUnit.SECONDS).assess(message, before, Optional.empty()));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    screen.cancel(false);
    if (screen.state() == FutureTask.State.SUCCESS) {
      screen.resultNow().close();
    }
  }
}
