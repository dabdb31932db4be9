package ai.therapysync.gateway.console.today;

import ai.therapysync.persistence.crisis.WatchBook.Sighting;
import java.util.Map;

/** How the gateway itself is. */
public interface House {
  /** What the watch sees now. */
  Sighting sighting();

  /** What is switched off or degraded, in a few words by its part's name. */
  Map<String, String> degraded();
}
