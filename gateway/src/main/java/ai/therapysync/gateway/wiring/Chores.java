package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.work.AuditCopy;
import ai.therapysync.gateway.work.DailySums;
import ai.therapysync.gateway.work.Nightly;
import ai.therapysync.gateway.work.SealingSweep;
import ai.therapysync.persistence.conversation.ClearRows;
import ai.therapysync.persistence.conversation.Codes;
import ai.therapysync.persistence.conversation.Contents;
import ai.therapysync.persistence.figures.BehaviorBook;
import ai.therapysync.persistence.figures.MeasuredDays;
import ai.therapysync.persistence.views.Secrets;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** What the house does for itself every night. */
final class Chores {
  private Chores() {}

  static List<Nightly.Chore> of(Store store, InstantSource clock) {
    Jdbi jdbi = store.database().jdbi();
    Codes codes = new Codes(new Secrets(jdbi, store.sealer()).macKey("codes"));
    return List.of(
        new SealingSweep(new ClearRows(jdbi, new Contents(store.sealer()), codes)),
        new AuditCopy(Audit.chain(jdbi, store.sealer())),
        new DailySums(new BehaviorBook(jdbi), new MeasuredDays(jdbi), clock));
  }
}
