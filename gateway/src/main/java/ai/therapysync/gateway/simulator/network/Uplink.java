package ai.therapysync.gateway.simulator.network;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** Brings what phones send to the gateway, with all that can go wrong on the way. */
public final class Uplink {
  /** Nobody answered. */
  public static final int NO_ANSWER = 0;

  private final PhoneNetwork network;
  private final Timetable timetable;
  private final Pace pace;
  private final ReentrantLock lock = new ReentrantLock();

  /** What waits to be overtaken. */
  private final Map<Line, Queue<Parcel>> held = new HashMap<>();

  /** A way into the gateway from these phones. */
  public Uplink(PhoneNetwork network, Timetable timetable, Pace pace) {
    this.network = network;
    this.timetable = timetable;
    this.pace = pace;
  }

  private record Parcel(
      SimulatedMessage message, IntSupplier post, CompletableFuture<Integer> answer) {}

  /**
   * The message, which the network knows, is on its way.
   *
   * @param post calls the webhook, and gives the HTTP status or {@link #NO_ANSWER}
   */
  public SentText carry(SimulatedMessage message, IntSupplier post) {
    Parcel parcel = new Parcel(message, post, new CompletableFuture<>());
    Troubles troubles = network.troubles();
    Optional<Fault> fault =
        troubles.first(
            message.line(), Fault.LOST_WEBHOOK, Fault.LATE_WEBHOOK, Fault.OVERTAKEN_WEBHOOK);
    if (fault.isEmpty()) {
      Thread.ofVirtual().start(() -> deliver(parcel));
    } else if (fault.get() == Fault.LOST_WEBHOOK) {
      answered(parcel, NO_ANSWER);
    } else if (fault.get() == Fault.LATE_WEBHOOK) {
      timetable.in(pace.late(), () -> deliver(parcel));
    } else {
      hold(parcel);
    }
    return new SentText(message.sid(), parcel.answer());
  }

  private void deliver(Parcel parcel) {
    post(parcel);
    next(parcel.message().line()).ifPresent(this::deliver);
  }

  private void post(Parcel parcel) {
    int code = parcel.post().getAsInt();
    if (network.troubles().strikes(Fault.DUPLICATE_WEBHOOK, parcel.message().line())) {
      code = parcel.post().getAsInt();
    }
    answered(parcel, code);
  }

  private void answered(Parcel parcel, int code) {
    network.answered(parcel.message().sid(), code);
    parcel.answer().complete(code);
  }

  /** Until something else has gone by, or it is late. */
  private void hold(Parcel parcel) {
    lock.lock();
    try {
      held.computeIfAbsent(parcel.message().line(), _ -> new ArrayDeque<>()).add(parcel);
    } finally {
      lock.unlock();
    }
    Duration longest = pace.late();
    timetable.in(longest, () -> next(parcel.message().line()).ifPresent(this::deliver));
  }

  private Optional<Parcel> next(Line line) {
    lock.lock();
    try {
      Queue<Parcel> waiting = held.get(line);
      return waiting == null ? Optional.empty() : Optional.ofNullable(waiting.poll());
    } finally {
      lock.unlock();
    }
  }
}
