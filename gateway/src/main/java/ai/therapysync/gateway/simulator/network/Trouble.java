package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.message.Provider;
import java.util.Optional;

/**
 * That something goes wrong: what, with whom, and how often.
 *
 * @param provider empty for every provider that the fault can happen with
 * @param phone E.164; empty for all
 */
public record Trouble(
    Fault fault, Optional<Provider> provider, Optional<String> phone, Often often) {
  public Trouble {
    if (provider.filter(one -> !fault.providers().contains(one)).isPresent()) {
      throw new IllegalArgumentException("This does not happen with that provider");
    }
  }

  /** How often. */
  public sealed interface Often {
    /** Each time. */
    record Always() implements Often {}

    /** The next times, and then no more. */
    record Next(int times) implements Often {
      public Next {
        if (times < 1 || times > 1_000) {
          throw new IllegalArgumentException("A fault strikes the next 1 to 1000 times");
        }
      }
    }

    /** By chance, so many times in a hundred. */
    record Chance(double percent) implements Often {
      public Chance {
        if (!(percent > 0 && percent <= 100)) {
          throw new IllegalArgumentException("A chance is above 0 and up to 100 in a hundred");
        }
      }
    }
  }

  /** Each time, with this phone. */
  public static Trouble always(Fault fault, String phone) {
    return new Trouble(fault, Optional.empty(), Optional.of(phone), new Often.Always());
  }

  /** The next times, whoever it is. */
  public static Trouble next(int times, Fault fault) {
    return new Trouble(fault, Optional.empty(), Optional.empty(), new Often.Next(times));
  }

  /** By chance, whoever it is. */
  public static Trouble chance(double percent, Fault fault) {
    return new Trouble(fault, Optional.empty(), Optional.empty(), new Often.Chance(percent));
  }

  /** The same with one provider alone. */
  public Trouble with(Provider one) {
    return new Trouble(fault, Optional.of(one), phone, often);
  }

  /** The same with one phone alone. */
  public Trouble on(String number) {
    return new Trouble(fault, provider, Optional.of(number), often);
  }

  boolean concerns(Fault what, Line line) {
    return fault == what
        && fault.providers().contains(line.provider())
        && provider.map(line.provider()::equals).orElse(true)
        && phone.map(line.phone()::equals).orElse(true);
  }

  /** Whether it is the same fault in the same place, however often. */
  boolean isLike(Trouble other) {
    return fault == other.fault && provider.equals(other.provider) && phone.equals(other.phone);
  }

  @Override
  public String toString() {
    return "Trouble[" + fault + ", " + often + "]";
  }
}
