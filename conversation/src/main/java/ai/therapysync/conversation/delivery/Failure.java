package ai.therapysync.conversation.delivery;

import java.util.Set;

/** Why a message did not arrive by one way, as far as it decides on the next. */
public enum Failure {
  /** WhatsApp takes only templates: the person has not written for a day. */
  WINDOW,
  /** The number said STOP to this sender. */
  STOPPED,
  /** It may have arrived all the same. */
  FATE_UNKNOWN,
  /** The phone is off, or the carrier has a fault: it may pass. */
  PASSING,
  /** Surely not arrived, and not to be tried by this way again. */
  FINAL;

  private static final Set<String> OF_WINDOW = Set.of("window_closed", "63016", "131047", "470");
  private static final Set<String> OF_STOP = Set.of("opted_out", "21610");
  private static final Set<String> OF_PASSING = Set.of("30003", "30008");

  /** What a provider's code, or a word of ours in its place, means. */
  public static Failure of(String code) {
    if (OF_WINDOW.contains(code)) {
      return WINDOW;
    }
    if (OF_STOP.contains(code)) {
      return STOPPED;
    }
    if (code.equals("fate_unknown")) {
      return FATE_UNKNOWN;
    }
    return OF_PASSING.contains(code) ? PASSING : FINAL;
  }
}
