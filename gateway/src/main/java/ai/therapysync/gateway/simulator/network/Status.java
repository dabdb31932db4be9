package ai.therapysync.gateway.simulator.network;

import java.util.Locale;

/** A message's status in Twilio's words. */
public enum Status {
  QUEUED,
  SENT,
  DELIVERED,
  READ,
  UNDELIVERED,
  FAILED,
  RECEIVED;

  /** The word on the wire. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
