package ai.therapysync.gateway.work;

import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.turn.TurnId;
import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.database.Lane;
import ai.therapysync.persistence.tasks.Agenda;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tasks of db-scheduler: what each does, and how it comes again when it fails. */
final class Tasks {
  private static final Logger LOG = LoggerFactory.getLogger(Tasks.class);
  private static final Duration CRISIS_AGAIN = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** What stands behind a turn's id tells its tasks apart. */
  private static final int ID_LENGTH = 36;

  private final Work.Handlers handlers;
  private final InstantSource clock;
  private final MeterRegistry meters;

  Tasks(Work.Handlers handlers, InstantSource clock, MeterRegistry meters) {
    this.handlers = handlers;
    this.clock = clock;
    this.meters = meters;
  }

  List<Task<?>> ordinary() {
    return List.of(
        task(Agenda.TURN, ordinary(this::turn), this::ordinaryPause),
        task(Agenda.DELIVERY, ordinary(this::delivery), this::ordinaryPause),
        task(
            Agenda.SESSION,
            ordinary(session -> handlers.sessions().end(UUID.fromString(session))),
            this::ordinaryPause),
        task(
            Agenda.FORGETTING,
            ordinary(id -> handlers.forgettings().carryOut(UUID.fromString(id))),
            this::ordinaryPause),
        task(
            Agenda.WITHDRAWAL,
            ordinary(message -> handlers.withdrawals().carryOut(UUID.fromString(message))),
            this::ordinaryPause),
        task(
            Agenda.MEDIA,
            ordinary(media -> handlers.media().attempt(UUID.fromString(media))),
            this::ordinaryPause),
        task(Agenda.CHECK_IN, ordinary(this::checkIn), this::ordinaryPause),
        once(Agenda.LEARNING, learning(handlers.learning()::learn), this::ordinaryPause),
        once(Agenda.NOTES, learning(handlers.learning()::note), this::ordinaryPause),
        task(
            Agenda.HANDOVER,
            ordinary(person -> handlers.handovers().remind(UUID.fromString(person))),
            this::ordinaryPause),
        task(
            Agenda.ERASURE,
            ordinary(person -> handlers.erasure().carryOut(UUID.fromString(person))),
            this::ordinaryPause),
        task(
            Agenda.STRANGER,
            ordinary(stranger -> handlers.onboardings().forget(UUID.fromString(stranger))),
            this::ordinaryPause));
  }

  List<Task<?>> crisis() {
    return List.of(
        task(Agenda.DELIVERY, this::delivery, _ -> CRISIS_AGAIN),
        once(Agenda.INCIDENT, this::timer, _ -> CRISIS_AGAIN),
        once(Agenda.OPINION, this::opinion, _ -> CRISIS_AGAIN),
        task(
            Agenda.ALERT,
            alert -> handlers.alerts().attempt(UUID.fromString(alert)),
            _ -> CRISIS_AGAIN));
  }

  /** One instance for all nodes, as the watch. */
  CustomTask<Void> night() {
    return com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(Agenda.NIGHT, Void.class)
        .scheduleOnStartup(Agenda.NIGHT, null, Nightly::next)
        .onFailure((complete, operations) ->
            again(Agenda.NIGHT, complete, operations, this::ordinaryPause))
        .onDeadExecutionRevive()
        .execute((_, _) -> {
          Instant next = Lane.ordinary(handlers.nightly()::work);
          return (complete, operations) -> operations.reschedule(complete, next);
        });
  }

  /** One instance for all nodes; hours that were missed are made up for. */
  CustomTask<Void> hours() {
    return com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(Agenda.HOURS, Void.class)
        .scheduleOnStartup(Agenda.HOURS, null, Hourly::next)
        .onFailure((complete, operations) ->
            again(Agenda.HOURS, complete, operations, this::ordinaryPause))
        .onDeadExecutionRevive()
        .execute((_, _) -> {
          Instant next = Lane.ordinary(handlers.hourly()::work);
          return (complete, operations) -> operations.reschedule(complete, next);
        });
  }

  /** One instance for all nodes; a start of any of them sees to it that there is one. */
  CustomTask<Void> watch() {
    return com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(Agenda.WATCH, Void.class)
        .scheduleOnStartup(Agenda.WATCH, null, now -> now.plus(Watch.EVERY))
        .onFailure(
            (complete, operations) -> again(Agenda.WATCH, complete, operations, _ -> Watch.EVERY))
        .onDeadExecutionRevive()
        .execute((_, context) -> {
          Instant next = handlers.watch().look(context.getExecution().getExecutionTime());
          return (complete, operations) -> operations.reschedule(complete, next);
        });
  }

  /** One instance for all nodes, where there is a list to compare with. */
  Optional<CustomTask<Void>> reconciliation() {
    return handlers.reconciler().map(this::reconciliation);
  }

  private CustomTask<Void> reconciliation(Reconciler reconciler) {
    return com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(Agenda.RECONCILE, Void.class)
        .scheduleOnStartup(Agenda.RECONCILE, null, Function.identity())
        .onFailure((complete, operations) ->
            again(Agenda.RECONCILE, complete, operations, this::ordinaryPause))
        .onDeadExecutionRevive()
        .execute((_, _) -> {
          Instant next = reconciler.look();
          return (complete, operations) -> operations.reschedule(complete, next);
        });
  }

  private static Function<String, Optional<Instant>> ordinary(
      Function<String, Optional<Instant>> work) {
    return instance -> Lane.ordinary(() -> work.apply(instance));
  }

  private Optional<Instant> turn(String instance) {
    String id = instance.substring(0, Math.min(ID_LENGTH, instance.length()));
    return handlers.conversations().takeTurn(new TurnId(UUID.fromString(id)), instance);
  }

  private Optional<Instant> checkIn(String instance) {
    handlers.checkIns().ask(instance);
    return Optional.empty();
  }

  private Optional<Instant> delivery(String instance) {
    String id = instance.split("#", 2)[0];
    return handlers.deliveries().attempt(new OutboundId(UUID.fromString(id)));
  }

  /** A task that was left by a node with a model is over on one without. */
  private boolean opinion(String instance) {
    handlers.secondLook().ifPresent(look -> look.take(instance, UUID.fromString(instance)));
    return handlers.secondLook().isPresent();
  }

  private static Predicate<String> learning(BiConsumer<String, UUID> work) {
    return instance ->
        Lane.ordinary(() -> {
          work.accept(instance, UUID.fromString(instance));
          return true;
        });
  }

  private boolean timer(String instance) {
    handlers.timers().ring(instance);
    return true;
  }

  /**
   * What such a task does also removes it, in one transaction: it never happens twice.
   *
   * @param work tells whether it has done so
   */
  private Task<?> once(
      String name, Predicate<String> work, Function<Integer, Duration> pauseAfterFailures) {
    return com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(name, Void.class)
        .onFailure((complete, operations) -> again(name, complete, operations, pauseAfterFailures))
        .onDeadExecutionRevive()
        .execute((instance, _) ->
            work.test(instance.getId()) ? (_, _) -> {} : (_, operations) -> operations.remove());
  }

  private Task<?> task(
      String name,
      Function<String, Optional<Instant>> work,
      Function<Integer, Duration> pauseAfterFailures) {
    return com.github.kagkarlsson.scheduler.task.helper.Tasks.custom(name, Void.class)
        .onFailure((complete, operations) -> again(name, complete, operations, pauseAfterFailures))
        .onDeadExecutionRevive()
        .execute((instance, _) -> {
          Optional<Instant> next = work.apply(instance.getId());
          return next.<CompletionHandler<Void>>map(
                  at -> (complete, operations) -> operations.reschedule(complete, at))
              .orElse((_, operations) -> operations.remove());
        });
  }

  /** A failing task is seen: in the log by its name and fault's kind, and in the figures. */
  private void again(
      String name,
      ExecutionComplete complete,
      ExecutionOperations<Void> operations,
      Function<Integer, Duration> pauseAfterFailures) {
    int failures = complete.getExecution().consecutiveFailures + 1;
    String fault = complete.getCause().map(Failures::describe).orElse("unknown");
    LOG.warn("Task {} failed for the {}. time: {}", name, failures, fault);
    meters.counter("gateway_task_failures_total", "task", name).increment();
    operations.reschedule(complete, clock.instant().plus(pauseAfterFailures.apply(failures)));
  }

  private Duration ordinaryPause(int failures) {
    Duration pause = Duration.ofSeconds(1L << Math.min(failures, 6));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
