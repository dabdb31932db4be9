package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.work.AuditCopy;
import ai.therapysync.gateway.work.Nightly;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the house does for itself every night. */
final class Chores {
  private Chores() {}

  static List<Nightly.Chore> of(Store store) {
    Jdbi jdbi = store.database().jdbi();
    return List.of(new AuditCopy(Audit.chain(jdbi, store.sealer())));
  }
}
