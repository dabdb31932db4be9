package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.persistence.audit.AuditChain;
import ai.therapysync.persistence.audit.AuditVerdict;
import java.util.List;
import java.util.Optional;

/** Whether lines of the audit log were changed or taken out. */
public record AuditCheck(Optional<AuditChain> chain) implements Check {
  private static final String WHAT = "audit log";

  @Override
  public Finding look() {
    return chain
        .map(log -> finding(log.verify(List.of())))
        .orElseGet(() -> Finding.off(WHAT, "not looked at: the keyset is missing"));
  }

  private static Finding finding(AuditVerdict verdict) {
    return switch (verdict) {
      case AuditVerdict.Whole whole ->
          Finding.fine(WHAT, "whole, " + whole.head().number() + " lines");
      case AuditVerdict.Broken broken ->
          Finding.wrong(
              WHAT, "tampered with at line " + broken.line() + ": run ./run audit verify");
    };
  }
}
