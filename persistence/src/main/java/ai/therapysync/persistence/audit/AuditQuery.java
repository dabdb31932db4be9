package ai.therapysync.persistence.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is looked for in the audit log; what is empty excludes nothing.
 *
 * @param actor who did it
 * @param person whom it concerns
 * @param from the first instant that counts
 * @param until the first instant that counts no more
 */
public record AuditQuery(
    Optional<UUID> actor,
    Optional<UUID> person,
    Optional<String> action,
    Optional<String> resource,
    Optional<Instant> from,
    Optional<Instant> until) {
  /** Every line. */
  public static AuditQuery all() {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
