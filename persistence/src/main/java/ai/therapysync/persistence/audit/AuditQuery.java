package ai.therapysync.persistence.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is looked for in the audit log; what is empty excludes nothing.
 *
 * @param actors any of whom did it
 * @param people any of whom it concerns
 * @param from the first instant that counts
 * @param until the first instant that counts no more
 */
public record AuditQuery(
    Optional<List<UUID>> actors,
    Optional<List<UUID>> people,
    Optional<String> action,
    Optional<String> resource,
    Optional<Instant> from,
    Optional<Instant> until) {
  public AuditQuery {
    actors = actors.map(List::copyOf);
    people = people.map(List::copyOf);
  }

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
