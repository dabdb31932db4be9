package ai.therapysync.persistence.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody did, for the log: never what was written or read, only where.
 *
 * @param action a word: {@code read}, {@code create}, {@code update}, {@code delete}, or a
 *     command's name as the API has it, such as {@code takeover}
 * @param resource what it was done to: a table's name, or the API's word for a resource
 * @param row the row's id, where there is one
 * @param person whom it concerns, where it concerns one person
 * @param fields names of the columns that were changed; a rule of the ladder with its old and its
 *     new value, which are no person's
 */
public record AuditEntry(
    String action,
    String resource,
    Optional<UUID> row,
    Optional<UUID> person,
    List<String> fields) {
  public AuditEntry {
    fields = List.copyOf(fields);
  }

  /** Done to one person as a whole. */
  public static AuditEntry of(String action, String resource, UUID person) {
    return new AuditEntry(action, resource, Optional.empty(), Optional.of(person), List.of());
  }

  /** Done to one row, with the columns that were changed. */
  public static AuditEntry of(
      String action, String resource, UUID row, Optional<UUID> person, List<String> fields) {
    return new AuditEntry(action, resource, Optional.of(row), person, fields);
  }
}
