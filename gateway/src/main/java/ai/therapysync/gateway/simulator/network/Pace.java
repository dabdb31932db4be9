package ai.therapysync.gateway.simulator.network;

import java.time.Duration;

/**
 * How fast the network is.
 *
 * @param step between two statuses of a message
 * @param late how much later what is late comes
 * @param slowAnswer how late the API answers a number with the fault {@link Fault#SLOW}
 * @param webhookTimeout how long a webhook may take
 * @param retryWebhooks whether a webhook that failed is called again, as each provider does
 */
public record Pace(
    Duration step,
    Duration late,
    Duration slowAnswer,
    Duration webhookTimeout,
    boolean retryWebhooks) {
  /** As people feel it; slow answers are later than the gateway waits. */
  public static Pace lifelike() {
    return new Pace(
        Duration.ofMillis(400),
        Duration.ofSeconds(20),
        Duration.ofSeconds(12),
        Duration.ofSeconds(15),
        true);
  }

  /** For tests. */
  public static Pace quick() {
    return lifelike().withStep(Duration.ofMillis(10));
  }

  /** The same with another pace of the statuses. */
  public Pace withStep(Duration another) {
    return new Pace(another, late, slowAnswer, webhookTimeout, retryWebhooks);
  }

  /** The same with another idea of slowness. */
  public Pace withSlowAnswer(Duration another) {
    return new Pace(step, late, another, webhookTimeout, retryWebhooks);
  }
}
