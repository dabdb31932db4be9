package ai.therapysync.persistence.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the audit log as it is shown.
 *
 * @param number counted from 1 without a gap; the place to go on from
 * @param actor who did it; empty: the command line
 * @param actorEmail where their account still has one
 */
public record AuditLine(
    long number,
    Instant at,
    Optional<UUID> actor,
    Optional<String> actorEmail,
    Origin origin,
    AuditEntry entry) {
  @Override
  public String toString() {
    return "AuditLine[" + number + "]";
  }
}
