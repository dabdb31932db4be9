package ai.therapysync.gateway.simulator.network;

import java.time.Duration;

/**
 * How fast the network is.
 *
 * @param step between two statuses of a message
 * @param slowAnswer how late the API answers a number with the fault {@link Fault#SLOW}
 * @param webhookTimeout how long a webhook may take
 * @param retryWebhooks whether a webhook answered with 5xx is sent once more, as to a fallback URL
 */
public record Pace(
    Duration step, Duration slowAnswer, Duration webhookTimeout, boolean retryWebhooks) {
  /** As people feel it; slow answers are later than the gateway waits. */
  public static Pace lifelike() {
    return new Pace(Duration.ofMillis(400), Duration.ofSeconds(12), Duration.ofSeconds(15), true);
  }

  /** For tests. */
  public static Pace quick() {
    return new Pace(Duration.ofMillis(10), Duration.ofSeconds(12), Duration.ofSeconds(15), true);
  }
}
