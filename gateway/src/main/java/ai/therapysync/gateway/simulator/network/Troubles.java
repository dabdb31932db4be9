package ai.therapysync.gateway.simulator.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * All that goes wrong on the network now, and the dice. A throw depends on the seed, the fault, the
 * line, and how often it was thrown for there, and on nothing else: the same seed repeats a run,
 * however the phones' messages mingle.
 */
public final class Troubles {
  private final Runnable changed;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<Trouble> troubles = new ArrayList<>();
  private final Map<Throw, Integer> thrown = new HashMap<>();
  private long seed = 1;

  Troubles(Runnable changed) {
    this.changed = changed;
  }

  private record Throw(Fault fault, Line line) {}

  /** All of them, those first that were there first. */
  public List<Trouble> all() {
    lock.lock();
    try {
      return List.copyOf(troubles);
    } finally {
      lock.unlock();
    }
  }

  /** From now on; takes the place of the same fault in the same place. */
  public void begin(Trouble trouble) {
    change(() -> {
      troubles.removeIf(trouble::isLike);
      troubles.add(trouble);
    });
  }

  /** No more of that fault in that place. */
  public void end(Trouble trouble) {
    change(() -> troubles.removeIf(trouble::isLike));
  }

  /** No more of what was meant for this phone alone. */
  public void endOn(String phone) {
    change(() -> troubles.removeIf(trouble -> trouble.phone().equals(Optional.of(phone))));
  }

  /** Everything works again. */
  public void endAll() {
    change(troubles::clear);
  }

  /** What the dice depend on. */
  public long seed() {
    lock.lock();
    try {
      return seed;
    } finally {
      lock.unlock();
    }
  }

  /** The dice begin anew. */
  public void seed(long next) {
    change(() -> {
      seed = next;
      thrown.clear();
    });
  }

  /** Whether it goes wrong now, with this line. */
  public boolean strikes(Fault fault, Line line) {
    lock.lock();
    try {
      return List.copyOf(troubles).stream()
          .filter(trouble -> trouble.concerns(fault, line))
          .anyMatch(trouble -> happens(trouble, line));
    } finally {
      lock.unlock();
    }
  }

  /** The first of these that goes wrong now, with this line. */
  public Optional<Fault> first(Line line, Fault... faults) {
    return Stream.of(faults).filter(fault -> strikes(fault, line)).findFirst();
  }

  private boolean happens(Trouble trouble, Line line) {
    return switch (trouble.often()) {
      case Trouble.Often.Always _ -> true;
      case Trouble.Often.Next(int times) -> {
        used(trouble, times);
        yield true;
      }
      case Trouble.Often.Chance(double percent) -> dice(trouble.fault(), line) * 100 < percent;
    };
  }

  private void used(Trouble trouble, int times) {
    int place = troubles.indexOf(trouble);
    if (times == 1) {
      troubles.remove(place);
    } else {
      troubles.set(
          place,
          new Trouble(
              trouble.fault(),
              trouble.provider(),
              trouble.phone(),
              new Trouble.Often.Next(times - 1)));
    }
    changed.run();
  }

  private double dice(Fault fault, Line line) {
    int time = thrown.merge(new Throw(fault, line), 1, Integer::sum);
    int place = Objects.hash(fault.name(), line.channel().word(), line.phone(), time);
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + place).nextDouble();
  }

  private void change(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
    changed.run();
  }
}
