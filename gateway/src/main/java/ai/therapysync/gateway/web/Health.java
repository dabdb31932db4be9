package ai.therapysync.gateway.web;

import java.util.Map;

/** What the rest of the gateway says of itself; asked anew each time. */
public interface Health {
  /** Whether a webhook could be stored now: the one thing that makes a node unready. */
  boolean canStore();

  /** What else is not as it should be, in a few words by its part's name; no private words. */
  Map<String, String> degraded();
}
