package ai.therapysync.gateway.wiring;

import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.conversation.ChannelSwitches;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.views.Switches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The switches of channels and providers, as the command line has them. */
public final class SwitchDesk {
  private final Jdbi jdbi;
  private final AuditLog log;
  private final InstantSource clock;

  public SwitchDesk(Database database, Sealer sealer, InstantSource clock) {
    this.jdbi = database.jdbi();
    this.log = Audit.log(jdbi, sealer, clock);
    this.clock = clock;
  }

  /** What is off, and since when. */
  public Map<String, Instant> off() {
    return jdbi.withHandle(ChannelSwitches::off);
  }

  /** Switches, with a line of the audit log; false when it was so already. */
  public boolean turn(String part, boolean on) {
    return jdbi.inTransaction(handle -> {
      boolean changed = ChannelSwitches.turn(handle, part, on, clock.instant());
      if (changed) {
        log.append(handle, Optional.empty(), Origin.commandLine(), Switches.entry(part, on));
      }
      return changed;
    });
  }
}
