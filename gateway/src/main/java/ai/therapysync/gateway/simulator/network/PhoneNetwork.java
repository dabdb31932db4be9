package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.message.ChannelName;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The phones' state: messages, faults, opt-outs, and which phone is looked at. In memory, bounded,
 * safe for many threads.
 */
public final class PhoneNetwork {
  private static final Duration WINDOW = Duration.ofHours(24);

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, SimulatedMessage> messages = new Bounded<>();
  private final Map<String, WhatsappBy> whatsapp = new Bounded<>();
  private final Map<Line, Boolean> optedOut = new Bounded<>();
  private final Map<Line, Instant> lastWord = new Bounded<>();
  private final Map<Phone, Instant> looking = new Bounded<>();
  private final Troubles troubles = new Troubles(this::grow);
  private boolean strictWindow;
  private long version;

  /** A network without messages. */
  public PhoneNetwork(InstantSource clock) {
    this.clock = clock;
  }

  /** A phone on one channel. */
  public record Phone(ChannelName channel, String number) {}

  /** Grows with every change that a page would show. */
  public long version() {
    return locked(() -> version);
  }

  /** All messages, oldest first. */
  public List<SimulatedMessage> messages() {
    return locked(() -> List.copyOf(messages.values()));
  }

  /** What stands on one phone, oldest first. */
  public List<SimulatedMessage> on(String number, ChannelName channel) {
    return messages().stream()
        .filter(message -> message.line().phone().equals(number))
        .filter(message -> message.line().channel() == channel)
        .toList();
  }

  /** The message with that id. */
  public Optional<SimulatedMessage> find(String sid) {
    return locked(() -> Optional.ofNullable(messages.get(sid)));
  }

  /** Waits until some message is as wanted, and gives it; empty when the time is over. */
  public Optional<SimulatedMessage> await(Predicate<SimulatedMessage> wanted, Duration atMost)
      throws InterruptedException {
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        Optional<SimulatedMessage> found = messages.values().stream().filter(wanted).findFirst();
        if (found.isPresent() || left <= 0) {
          return found;
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What goes wrong, and with whom. */
  public Troubles troubles() {
    return troubles;
  }

  /** From now on this goes wrong with that number each time, and nothing else. */
  public void fault(String number, Fault fault) {
    troubles.endOn(number);
    troubles.begin(Trouble.always(fault, number));
  }

  /** Nothing goes wrong any longer with that number alone. */
  public void mend(String number) {
    troubles.endOn(number);
  }

  /** To which of the gateway's senders that phone writes by WhatsApp. */
  public WhatsappBy whatsappBy(String number) {
    return locked(() -> whatsapp.getOrDefault(number, WhatsappBy.TWILIO));
  }

  /** From now on that phone writes so by WhatsApp. */
  public void whatsappBy(String number, WhatsappBy by) {
    change(() -> whatsapp.put(number, by));
  }

  /** Whether WhatsApp's 24-hour window is kept. */
  public void strictWindow(boolean strict) {
    change(() -> strictWindow = strict);
  }

  /** The phone is in its holder's hands until then: what is delivered is read. */
  public void lookAt(Phone phone, Instant until) {
    locked(() -> looking.put(phone, until));
  }

  /** Whether the phone is in its holder's hands. */
  public boolean isLookedAt(Line line) {
    Phone phone = new Phone(line.channel(), line.phone());
    return locked(() -> looking.getOrDefault(phone, Instant.MIN).isAfter(clock.instant()));
  }

  /** Whether WhatsApp takes nothing but templates there now. */
  public boolean isWindowClosed(Line line) {
    return locked(() -> {
      if (line.channel() != ChannelName.WHATSAPP) {
        return false;
      }
      Instant last = lastWord.getOrDefault(line, Instant.MIN);
      boolean tooLate = last.isBefore(clock.instant().minus(WINDOW));
      return strictWindow && tooLate;
    });
  }

  /** Whether the provider itself keeps messages of that sender from the phone. */
  public boolean isOptedOut(Line line) {
    return locked(() -> optedOut.containsKey(line));
  }

  /** The holder has said STOP. */
  public void optOut(Line line) {
    change(() -> optedOut.put(line, true));
  }

  /** The holder has said START. */
  public void optIn(Line line) {
    change(() -> optedOut.remove(line));
  }

  /** A message has come to be. */
  public void add(SimulatedMessage message) {
    change(() -> {
      if (message.fromPhone()) {
        lastWord.put(message.line(), message.trail().created());
      }
      return messages.put(message.sid(), message);
    });
  }

  /** Gives the message its next status; empty when it is forgotten. */
  public Optional<SimulatedMessage> advance(String sid, Status status, OptionalInt error) {
    return change(() ->
        Optional.ofNullable(
            messages.computeIfPresent(
                sid, (_, old) -> old.with(old.trail().to(status, error, clock.instant())))));
  }

  /** What the gateway said to a message from a phone; 0 when it said nothing. */
  public void answered(String sid, int code) {
    change(() ->
        Optional.ofNullable(
            messages.computeIfPresent(
                sid, (_, old) -> old.with(old.trail().answered(code, clock.instant())))));
  }

  private void grow() {
    change(() -> true);
  }

  private <T extends @Nullable Object> T change(Supplier<T> work) {
    return locked(() -> {
      version++;
      changed.signalAll();
      return work.get();
    });
  }

  private <T extends @Nullable Object> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
