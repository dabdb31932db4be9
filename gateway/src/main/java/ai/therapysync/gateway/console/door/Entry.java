package ai.therapysync.gateway.console.door;

import java.time.Duration;

/** What comes of an attempt to get in. */
sealed interface Entry {
  /**
   * Let in.
   *
   * @param secret what the browser shows from now on
   */
  record In(String secret) implements Entry {
    @Override
    public String toString() {
      return "In[REDACTED]";
    }
  }

  /** Turned away. */
  record Wrong() implements Entry {}

  /** Too many failures: not before this time has passed. */
  record Later(Duration span) implements Entry {}
}
