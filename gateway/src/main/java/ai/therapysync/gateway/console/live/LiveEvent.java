package ai.therapysync.gateway.console.live;

import ai.therapysync.persistence.access.Permission;
import java.util.Locale;

/**
 * Something that operators should see at once; ids, never words.
 *
 * @param subject an incident, a person, a provider
 * @param alarm whether it makes a sound
 */
public record LiveEvent(Kind kind, String subject, boolean alarm) {
  /** What it is about, and who may hear of it. */
  public enum Kind {
    INCIDENT(Permission.SEE_CRISES),
    /** Somebody asks for a human. */
    HUMAN(Permission.READ_CONVERSATIONS),
    /** A provider takes no messages. */
    CHANNEL(Permission.SEE_CRISES),
    /** Somebody wrote. */
    MESSAGE(Permission.READ_CONVERSATIONS);

    private final Permission permission;

    Kind(Permission permission) {
      this.permission = permission;
    }

    Permission permission() {
      return permission;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
