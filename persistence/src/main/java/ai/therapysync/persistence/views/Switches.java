package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.conversation.ChannelSwitches;
import ai.therapysync.persistence.database.Database;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The switches of channels, as operators at the console turn them. */
public final class Switches {
  private Switches() {}

  /** What is off, and since when. */
  public static Map<String, Instant> off(Database database) {
    return database.jdbi().withHandle(ChannelSwitches::off);
  }

  /** Switches, with a line of the audit log; false when it was so already. */
  public static boolean turn(Acting acting, String part, boolean on, InstantSource clock) {
    boolean changed =
        acting.asOwner(owner -> ChannelSwitches.turn(owner, part, on, clock.instant()));
    if (changed) {
      acting.note(entry(part, on));
    }
    return changed;
  }

  /** What stands in the audit log of it. */
  public static AuditEntry entry(String part, boolean on) {
    return new AuditEntry(
        on ? "switch_on" : "switch_off",
        "channels",
        Optional.empty(),
        Optional.empty(),
        List.of(part));
  }
}
