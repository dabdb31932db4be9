package ai.therapysync.gateway.work;

import ai.therapysync.conversation.Conversations;
import ai.therapysync.conversation.handover.Handovers;
import ai.therapysync.conversation.learning.Learning;
import ai.therapysync.conversation.memory.Forgettings;
import ai.therapysync.conversation.onboarding.Onboardings;
import ai.therapysync.conversation.opinion.SecondLook;
import ai.therapysync.conversation.turn.Sessions;
import ai.therapysync.gateway.alert.Alerts;
import ai.therapysync.persistence.conversation.CheckInBook;
import ai.therapysync.persistence.conversation.Withdrawals;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.erasure.Erasure;
import ai.therapysync.persistence.tasks.Agenda;
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
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
  private static final Duration FINISHING = Duration.ofSeconds(8);

  /**
   * A node is dead after four missed beats, and one looks for the dead every second beat: its work
   * is taken over within 16 s. Four beats are longer than a call to a provider may take, so that
   * what is taken over is not still on its way out.
   */
  private static final Duration HEARTBEAT = Duration.ofMillis(2_600);

  /** The same for crisis work: within 8 s. */
  private static final Duration CRISIS_HEARTBEAT = Duration.ofMillis(1_250);

  private static final int MISSED = 4;

  /** Virtual threads, which mostly wait for a provider that may hang. */
  private static final int THREADS = 64;

  private static final int CRISIS_THREADS = 64;

  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private final AtomicBoolean looking = new AtomicBoolean();
  private final Scheduler ordinary;
  private final Scheduler crisis;
  private final List<Thread> stops;

  private Work(Scheduler ordinary, Scheduler crisis) {
    this.ordinary = ordinary;
    this.crisis = crisis;
    this.stops =
        Stream.of(ordinary, crisis)
            .map(scheduler -> Thread.ofVirtual().name("stop").unstarted(scheduler::stop))
            .toList();
  }

  /** What is done when it is due. */
  public record Handlers(
      Conversations conversations,
      Sessions sessions,
      Forgettings forgettings,
      Withdrawals withdrawals,
      MediaFetcher media,
      Learning learning,
      Handovers handovers,
      Onboardings onboardings,
      Deliveries deliveries,
      IncidentTimers timers,
      Optional<SecondLook> secondLook,
      CheckInBook checkIns,
      Alerts alerts,
      Erasure erasure,
      Nightly nightly,
      Hourly hourly,
      Watch watch,
      Optional<Reconciler> reconciler) {}

  /**
   * Builds both schedulers; {@link #start} lets them run. What one task leaves to others is due at
   * once.
   */
  public static Work on(
      Database database, Handlers handlers, InstantSource clock, MeterRegistry meters) {
    Tasks tasks = new Tasks(handlers, clock, meters);
    Scheduler ordinary =
        builder(database.ordinaryDataSource(), clock, tasks.ordinary())
            .tableName("gateway.tasks")
            .startTasks(List.of(tasks.night(), tasks.hours()))
            .threads(THREADS)
            .heartbeatInterval(HEARTBEAT)
            .build();
    Scheduler crisis =
        builder(database.dataSource(), clock, tasks.crisis())
            .tableName("gateway.crisis_tasks")
            .startTasks(
                Stream.concat(Stream.of(tasks.watch()), tasks.reconciliation().stream()).toList())
            .threads(CRISIS_THREADS)
            .heartbeatInterval(CRISIS_HEARTBEAT)
            .build();
    Work work = new Work(ordinary, crisis);
    crisis.registerSchedulerListener(after(_ -> work.crisis()));
    ordinary.registerSchedulerListener(
        after(complete -> {
          work.ordinary();
          // An answer to a concern goes out in the crisis lane.
          if (complete.getExecution().getTaskName().equals(Agenda.TURN)) {
            work.crisis();
          }
        }));
    return work;
  }

  private static AbstractSchedulerListener after(Consumer<ExecutionComplete> then) {
    return new AbstractSchedulerListener() {
      @Override
      public void onExecutionComplete(ExecutionComplete complete) {
        then.accept(complete);
      }
    };
  }

  /** Begins to work. */
  public void start() {
    crisis.start();
    ordinary.start();
  }

  @Override
  public void crisis() {
    crisis.triggerCheckForDueExecutions();
  }

  /** Many at once are one look, a moment later: small talk must not look every millisecond. */
  @Override
  public void ordinary() {
    if (looking.compareAndSet(false, true)) {
      Thread.ofVirtual()
          .name("look")
          .start(() -> {
            LockSupport.parkNanos(A_MOMENT.toNanos());
            looking.set(false);
            ordinary.triggerCheckForDueExecutions();
          });
    }
  }

  /** Takes up nothing more; what is in hand goes on, and {@link #close} waits for it. */
  public void finish() {
    stops.stream().filter(stop -> stop.getState() == Thread.State.NEW).forEach(Thread::start);
  }

  /** Waits for what is in hand; what takes too long is taken over, as after a crash. */
  @Override
  public void close() {
    LOG.debug("Finishing the work in hand");
    finish();
    long end = System.nanoTime() + FINISHING.toNanos();
    try {
      for (Thread stop : stops) {
        stop.join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
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
