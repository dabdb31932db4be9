package ai.therapysync.gateway.simulator.network;

import java.util.Locale;

/** What goes wrong with one number, on demand. */
public enum Fault {
  NONE,
  /** Accepted, sent, then undelivered with 30003. */
  UNREACHABLE,
  /** Refused at once: not a usable number (21211). */
  REFUSED,
  /** Accepted, but the answer comes late; see {@link Pace#slowAnswer()}. */
  SLOW,
  /** Refused with 429. */
  THROTTLED,
  /** Refused with 500; nothing was taken. */
  BROKEN,
  /** Taken and delivered, but answered with 500. */
  LOST_ANSWER,
  /** Sent, and then no receipt, ever. */
  SILENT,
  /** Outside the 24-hour window (63016), whatever was said when. */
  WINDOW_CLOSED,
  /** What this phone sends arrives at the gateway twice. */
  DUPLICATE_WEBHOOK;

  /** The word used on the page: {@code lost_answer}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
