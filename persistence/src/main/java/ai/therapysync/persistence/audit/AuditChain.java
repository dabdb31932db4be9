package ai.therapysync.persistence.audit;

import ai.therapysync.persistence.audit.AuditVerdict.Broken;
import ai.therapysync.persistence.audit.AuditVerdict.Fault;
import ai.therapysync.persistence.sealing.MacKey;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** Looks whether the audit log is as it was written. */
public final class AuditChain {
  private static final int AT_A_TIME = 2_000;

  private final Jdbi jdbi;
  private final MacKey key;

  /** With the key of the chain. */
  public AuditChain(Jdbi jdbi, MacKey key) {
    this.jdbi = jdbi;
    this.key = key;
  }

  /** Where the log ends now, to be kept outside of the database. */
  public AuditHead head() {
    return jdbi.withHandle(Heads::last);
  }

  /**
   * Goes through all lines, which takes seconds for a million.
   *
   * @param remembered copies of the log's end that were made at any time
   */
  public AuditVerdict verify(List<AuditHead> remembered) {
    return jdbi.inTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        handle -> {
          Optional<AuditHead> kept = new Heads(key).genuine(handle);
          try (Stream<Written> lines = lines(handle)) {
            return verify(lines.iterator(), kept, remembered);
          }
        });
  }

  private AuditVerdict verify(
      Iterator<Written> lines, Optional<AuditHead> kept, List<AuditHead> remembered) {
    AuditHead last = AuditHead.BEGINNING;
    while (lines.hasNext()) {
      Written next = lines.next();
      Optional<Fault> fault = fault(last, next, remembered);
      if (fault.isPresent()) {
        return new Broken(last.number() + 1, fault.get());
      }
      last = next.head();
    }
    return end(last, kept, remembered);
  }

  private Optional<Fault> fault(AuditHead last, Written next, List<AuditHead> remembered) {
    if (next.head().number() != last.number() + 1) {
      return Optional.of(Fault.MISSING);
    }
    String before = last.hash();
    if (next.line().filter(line -> line.hash(key, before).equals(next.head().hash())).isEmpty()) {
      return Optional.of(Fault.CHANGED);
    }
    boolean differs =
        remembered.stream()
            .anyMatch(head -> head.number() == next.head().number() && !head.equals(next.head()));
    return differs ? Optional.of(Fault.NOT_AS_REMEMBERED) : Optional.empty();
  }

  private static AuditVerdict end(
      AuditHead last, Optional<AuditHead> kept, List<AuditHead> remembered) {
    boolean more =
        Stream.concat(kept.stream(), remembered.stream())
            .anyMatch(head -> head.number() > last.number());
    if (more) {
      return new Broken(last.number() + 1, Fault.END_MISSING);
    }
    return kept.filter(last::equals).isPresent()
        ? new AuditVerdict.Whole(last)
        : new Broken(last.number() + 1, Fault.HEAD_CHANGED);
  }

  private static Stream<Written> lines(Handle handle) {
    return handle
        .createQuery(
            "SELECT number, at, actor_id, door, address, action, resource, row_id, user_id, fields,"
                + " hash FROM gateway.audit_log ORDER BY number")
        .setFetchSize(AT_A_TIME)
        .map((row, _) ->
            new Written(
                Line.read(row), new AuditHead(row.getLong("number"), row.getString("hash"))))
        .stream();
  }

  private record Written(Optional<Line> line, AuditHead head) {}
}
