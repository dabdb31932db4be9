package ai.therapysync.persistence.views;

import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.audit.Origin;
import ai.therapysync.persistence.database.Database;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The ladder's rules as the command line reads and changes them, for all or for one person. */
public final class Policies {
  private final Database database;
  private final Optional<AuditLog> log;

  /** With the database, as its owner; and where changes are noted, if its key is there. */
  public Policies(Database database, Optional<AuditLog> log) {
    this.database = database;
    this.log = log;
  }

  /** What is said for all, or for this person, rule by rule. */
  public Map<PolicyRule, String> said(Optional<UUID> person) {
    return database.jdbi().inTransaction(handle -> PolicyTable.said(handle, person));
  }

  /** What became of a rule that was said. */
  public enum Said {
    DONE,
    NO_SUCH_PERSON,
    OUT_OF_BOUNDS
  }

  /** Says a rule, or takes it back where the value is empty. */
  public Said say(Optional<UUID> person, PolicyRule rule, Optional<String> typed, Instant now) {
    Optional<String> value = typed.flatMap(rule::parse);
    if (typed.isPresent() && value.isEmpty()) {
      return Said.OUT_OF_BOUNDS;
    }
    return database
        .jdbi()
        .inTransaction(handle -> {
          // The person before the rules, as the console does, or two would wait for each other.
          if (person.isPresent() && !PolicyTable.isKnown(handle, person.get())) {
            return Said.NO_SUCH_PERSON;
          }
          PolicyTable.lock(handle);
          Map<PolicyRule, String> before = PolicyTable.said(handle, person);
          Map<PolicyRule, String> said = new EnumMap<>(PolicyRule.class);
          said.putAll(before);
          value.ifPresentOrElse(written -> said.put(rule, written), () -> said.remove(rule));
          if (leavesNoWay(said)) {
            return Said.OUT_OF_BOUNDS;
          }
          PolicyTable.write(handle, person, said, now);
          AuditEntry entry = PolicyTable.entry(person, before, said);
          if (!entry.fields().isEmpty()) {
            log.ifPresent(
                lines -> lines.append(handle, Optional.empty(), Origin.commandLine(), entry));
          }
          return Said.DONE;
        });
  }

  private static boolean leavesNoWay(Map<PolicyRule, String> said) {
    return "off".equals(said.get(PolicyRule.BY_SMS)) && "off".equals(said.get(PolicyRule.BY_MAIL));
  }
}
