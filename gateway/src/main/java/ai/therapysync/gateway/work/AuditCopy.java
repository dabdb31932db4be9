package ai.therapysync.gateway.work;

import ai.therapysync.persistence.audit.AuditChain;
import ai.therapysync.persistence.audit.AuditVerdict;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the audit log every night and writes its end to the log of the program: who could
 * cut the one can't reach the copies of the other.
 */
public final class AuditCopy implements Nightly.Chore {
  private static final Logger LOG = LoggerFactory.getLogger(AuditCopy.class);

  private final AuditChain chain;

  /** Of this chain. */
  public AuditCopy(AuditChain chain) {
    this.chain = chain;
  }

  @Override
  public String name() {
    return "the audit log's copy";
  }

  @Override
  public boolean work() {
    switch (chain.verify(List.of())) {
      case AuditVerdict.Whole whole ->
          LOG.info("The audit log is whole, its end is {}", whole.head());
      case AuditVerdict.Broken broken ->
          LOG.error(
              "The audit log was tampered with at line {}: run audit verify. Its end is {}",
              broken.line(),
              chain.head());
    }
    return true;
  }
}
