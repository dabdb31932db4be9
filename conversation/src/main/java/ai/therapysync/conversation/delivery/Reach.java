package ai.therapysync.conversation.delivery;

import java.util.Map;
import java.util.Set;

/**
 * What there is to reach somebody by, after a message to them has failed.
 *
 * @param failed the ways that have been tried, each with what came of it
 * @param on the ways that exist for them: the channel has credentials, their address is of its
 *     kind, and for a template or a letter there is one
 * @param window whether WhatsApp takes free words for them
 */
public record Reach(Map<Step, Failure> failed, Set<Step> on, Window window) {
  public Reach {
    failed = Map.copyOf(failed);
    on = Set.copyOf(on);
  }

  /** WhatsApp's day, counted from a person's last message. */
  public enum Window {
    OPEN,
    CLOSED,
    /** They have never written by WhatsApp: whether they have it is not known. */
    UNKNOWN
  }
}
