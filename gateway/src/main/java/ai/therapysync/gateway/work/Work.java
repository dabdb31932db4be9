package ai.therapysync.gateway.work;

import ai.therapysync.conversation.Conversations;
import ai.therapysync.conversation.turn.Sessions;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.Task;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens later, on this node: two schedulers, so that nothing ordinary can hold crisis work
 * up. Any number of nodes run on one database.
 */
public final class Work implements AutoCloseable, Wake {
  private static final Logger LOG = LoggerFactory.getLogger(Work.class);
  private static final Duration POLLING = Duration.ofMillis(500);
  private static final Duration FINISHING = Duration.ofSeconds(7);

  /** Four missed beats and one look: a dead node's work is taken over within 18 s. */
  private static final Duration HEARTBEAT = Duration.ofMillis(3500);

  /** The same for crisis work: within 8 s. */
  private static final Duration CRISIS_HEARTBEAT = Duration.ofMillis(1500);

  private static final int MISSED = 4;
  private static final int THREADS = 32;
  private static final int CRISIS_THREADS = 8;

  private final Scheduler ordinary;
  private final Scheduler crisis;

  private Work(Scheduler ordinary, Scheduler crisis) {
    this.ordinary = ordinary;
    this.crisis = crisis;
  }

  /** What is done when it is due. */
  public record Handlers(
      Conversations conversations,
      Sessions sessions,
      Deliveries deliveries,
      IncidentTimers timers) {}

  /**
   * Builds both schedulers; {@link #start} lets them run. What one task leaves to others is due at
   * once.
   */
  public static Work on(
      DataSource database, Handlers handlers, InstantSource clock, MeterRegistry meters) {
    Tasks tasks = new Tasks(handlers, clock, meters);
    Scheduler ordinary =
        builder(database, clock, tasks.ordinary())
            .tableName("gateway.tasks")
            .threads(THREADS)
            .heartbeatInterval(HEARTBEAT)
            .build();
    Scheduler crisis =
        builder(database, clock, tasks.crisis())
            .tableName("gateway.crisis_tasks")
            .threads(CRISIS_THREADS)
            .heartbeatInterval(CRISIS_HEARTBEAT)
            .build();
    Work work = new Work(ordinary, crisis);
    AbstractSchedulerListener wakes =
        new AbstractSchedulerListener() {
          @Override
          public void onExecutionComplete(ExecutionComplete complete) {
            work.up();
          }
        };
    crisis.registerSchedulerListener(wakes);
    ordinary.registerSchedulerListener(wakes);
    return work;
  }

  /** Begins to work. */
  public void start() {
    crisis.start();
    ordinary.start();
  }

  @Override
  public void up() {
    crisis.triggerCheckForDueExecutions();
    ordinary.triggerCheckForDueExecutions();
  }

  /** Finishes what is in hand; crisis work last. */
  @Override
  public void close() {
    LOG.debug("Finishing the work in hand");
    ordinary.stop();
    crisis.stop();
  }

  private static SchedulerBuilder builder(
      DataSource database, InstantSource clock, List<Task<?>> tasks) {
    return new ClockedScheduler(database, tasks, clock)
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
        .pollUsingLockAndFetch(0.5, 1.0)
        .pollingInterval(POLLING)
        .missedHeartbeatsLimit(MISSED)
        .executorService(Executors.newVirtualThreadPerTaskExecutor())
        .shutdownMaxWait(FINISHING)
        .failureLogging(LogLevel.OFF, false);
  }
}
