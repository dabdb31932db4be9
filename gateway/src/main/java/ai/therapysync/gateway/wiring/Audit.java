package ai.therapysync.gateway.wiring;

import ai.therapysync.persistence.audit.AuditChain;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.sealing.MacKey;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.views.Secrets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The audit log with its key. */
public final class Audit {
  private Audit() {}

  /** Where lines are appended. */
  public static AuditLog log(Jdbi jdbi, Sealer sealer, InstantSource clock) {
    return new AuditLog(key(jdbi, sealer), clock);
  }

  /** By which it is seen whether all lines are there. */
  public static AuditChain chain(Jdbi jdbi, Sealer sealer) {
    return new AuditChain(jdbi, key(jdbi, sealer));
  }

  /** Notes what somebody does to the keyset by the command line. */
  public static void noteOfKeyset(Jdbi jdbi, Sealer sealer, String action) {
    AuditEntry entry =
        new AuditEntry(action, "keyset", Optional.empty(), Optional.empty(), List.of());
    AuditLog log = log(jdbi, sealer, InstantSource.system());
    jdbi.useTransaction(
        handle -> log.append(handle, Optional.empty(), Origin.commandLine(), entry));
  }

  private static MacKey key(Jdbi jdbi, Sealer sealer) {
    return new Secrets(jdbi, sealer).macKey("audit");
  }
}
