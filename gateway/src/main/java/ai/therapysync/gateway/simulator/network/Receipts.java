package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.message.ChannelName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Leads accepted messages of one provider through their statuses, and has each told. */
public final class Receipts {
  private final PhoneNetwork network;
  private final Timetable timetable;
  private final Pace pace;
  private final Codes codes;
  private final Teller teller;

  /** For messages of the provider with these codes. */
  public Receipts(
      PhoneNetwork network, Timetable timetable, Pace pace, Codes codes, Teller teller) {
    this.network = network;
    this.timetable = timetable;
    this.pace = pace;
    this.codes = codes;
    this.teller = teller;
  }

  /** Tells the gateway what has become of a message of its own. */
  @FunctionalInterface
  public interface Teller {
    /** The message as it stands; returns when the gateway has answered. */
    void tell(SimulatedMessage message);
  }

  private record Step(Status status, OptionalInt error) {
    static Step to(Status status) {
      return new Step(status, OptionalInt.empty());
    }

    static Step failed(Status status, int code) {
      return new Step(status, OptionalInt.of(code));
    }
  }

  /** The message has been accepted as queued; the rest follows by itself. */
  public void begin(SimulatedMessage message) {
    List<Step> steps = steps(message);
    if (network.troubles().strikes(Fault.EARLY_STATUS, message.line())) {
      advance(message.sid(), steps);
    } else {
      later(message.sid(), steps);
    }
  }

  /** The phone is being looked at: what was delivered there by WhatsApp has now been read. */
  public void read(PhoneNetwork.Phone phone) {
    network.on(phone.number(), phone.channel()).stream()
        .filter(message -> !message.fromPhone() && message.status() == Status.DELIVERED)
        .filter(message -> message.line().channel() == ChannelName.WHATSAPP)
        .filter(message -> message.line().provider() == codes.provider())
        .forEach(message -> advance(message.sid(), List.of(Step.to(Status.READ))));
  }

  private List<Step> steps(SimulatedMessage message) {
    Line line = message.line();
    Troubles troubles = network.troubles();
    boolean free = line.channel() == ChannelName.WHATSAPP && !message.content().template();
    if (free && (network.isWindowClosed(line) || troubles.strikes(Fault.WINDOW_CLOSED, line))) {
      return List.of(Step.failed(Status.FAILED, codes.window()));
    }
    if (troubles.strikes(Fault.THROTTLED_LATER, line)) {
      return List.of(Step.failed(Status.FAILED, codes.throttled()));
    }
    List<Step> steps = new ArrayList<>();
    steps.add(Step.to(Status.SENT));
    if (troubles.strikes(Fault.UNREACHABLE, line)) {
      steps.add(Step.failed(Status.UNDELIVERED, codes.unreachable()));
    } else if (!troubles.strikes(Fault.SILENT, line)) {
      steps.add(Step.to(Status.DELIVERED));
    }
    return steps;
  }

  private void later(String sid, List<Step> steps) {
    timetable.in(pace.step(), () -> advance(sid, steps));
  }

  private void advance(String sid, List<Step> steps) {
    Step step = steps.getFirst();
    List<Step> rest = steps.subList(1, steps.size());
    network.advance(sid, step.status(), step.error()).ifPresent(message -> report(message, rest));
    if (!rest.isEmpty()) {
      later(sid, rest);
      return;
    }
    network
        .find(sid)
        .filter(message -> message.status() == Status.DELIVERED)
        .filter(message -> message.line().channel() == ChannelName.WHATSAPP)
        .filter(message -> network.isLookedAt(message.line()))
        .ifPresent(message -> later(message.sid(), List.of(Step.to(Status.READ))));
  }

  /** One status with all that can go wrong with it; what overtakes it is the next one. */
  private void report(SimulatedMessage message, List<Step> rest) {
    Line line = message.line();
    Troubles troubles = network.troubles();
    boolean twice = troubles.strikes(Fault.DUPLICATE_STATUS, line);
    Runnable telling = twice ? () -> twice(message) : () -> teller.tell(message);
    if (troubles.strikes(Fault.LATE_STATUS, line)) {
      timetable.in(pace.late(), telling);
    } else if (!rest.isEmpty() && troubles.strikes(Fault.OVERTAKEN_STATUS, line)) {
      timetable.in(pace.step().multipliedBy(3).plus(Duration.ofMillis(50)), telling);
    } else {
      telling.run();
    }
  }

  private void twice(SimulatedMessage message) {
    teller.tell(message);
    teller.tell(message);
  }
}
