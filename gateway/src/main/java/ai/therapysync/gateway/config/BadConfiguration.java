package ai.therapysync.gateway.config;

import java.util.List;

/** The environment says something that can't be worked with: one line a fault, no secrets. */
public final class BadConfiguration extends RuntimeException {
  private final List<String> faults;

  public BadConfiguration(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** What is wrong, where, and what to do: one line each. */
  public List<String> faults() {
    return faults;
  }
}
