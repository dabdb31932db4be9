package ai.therapysync.persistence.views;

import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Rows of {@code gateway.escalation_policies}, read and written whole. */
final class PolicyTable {
  private static final String UPSERT =
      "INSERT INTO gateway.escalation_policies (user_id, updated_at, "
          + each(PolicyRule::word)
          + ") VALUES (:person, :now, "
          + each(rule -> "CAST(:" + rule.word() + " AS " + type(rule) + ")")
          + ") ON CONFLICT (user_id) DO UPDATE SET updated_at = EXCLUDED.updated_at, "
          + each(rule -> rule.word() + " = EXCLUDED." + rule.word());

  private PolicyTable() {}

  /** Who changes rules waits for whoever is changing some. */
  static void lock(Handle owner) {
    owner.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended('gateway.escalation_policies', 0))");
  }

  /** Whether there is such a person, who is not erased before the end of this transaction. */
  static boolean isKnown(Handle owner, UUID person) {
    return owner
        .createQuery("SELECT id FROM public.profiles WHERE id = :id FOR NO KEY UPDATE")
        .bind("id", person)
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }

  /** What is said for all, or for this person. */
  static Map<PolicyRule, String> said(Handle owner, Optional<UUID> person) {
    owner.execute("SET LOCAL IntervalStyle = 'iso_8601'");
    return owner
        .createQuery(
            "SELECT to_jsonb(y)::text FROM gateway.escalation_policies y"
                + " WHERE user_id IS NOT DISTINCT FROM :person")
        .bind("person", person.orElse(null))
        .mapTo(String.class)
        .findOne()
        .map(PolicyTable::read)
        .orElseGet(Map::of);
  }

  /** A row as {@code to_jsonb} writes it with intervals in ISO-8601. */
  static Map<PolicyRule, String> read(String row) {
    Map<PolicyRule, String> said = new EnumMap<>(PolicyRule.class);
    for (PolicyRule rule : PolicyRule.values()) {
      Rows.text(Rows.json(row), rule.word())
          .flatMap(rule::parse)
          .ifPresent(value -> said.put(rule, value));
    }
    return said;
  }

  /** Says these rules and no others; where none is left, the row goes. */
  static void write(
      Handle owner, Optional<UUID> person, Map<PolicyRule, String> said, Instant now) {
    if (said.isEmpty()) {
      owner
          .createUpdate(
              "DELETE FROM gateway.escalation_policies WHERE user_id IS NOT DISTINCT FROM :person")
          .bind("person", person.orElse(null))
          .execute();
      return;
    }
    Update update =
        owner.createUpdate(UPSERT).bind("person", person.orElse(null)).bind("now", Rows.at(now));
    for (PolicyRule rule : PolicyRule.values()) {
      update.bind(rule.word(), said.get(rule));
    }
    update.execute();
  }

  /** A change for the audit log: each rule with its old and its new value, which are nobody's. */
  static AuditEntry entry(
      Optional<UUID> person, Map<PolicyRule, String> before, Map<PolicyRule, String> said) {
    List<String> changes = new ArrayList<>();
    for (PolicyRule rule : PolicyRule.values()) {
      String old = before.getOrDefault(rule, "usual");
      String now = said.getOrDefault(rule, "usual");
      if (!old.equals(now)) {
        changes.add(rule.word() + " " + old + " → " + now);
      }
    }
    return new AuditEntry("update", "escalation_policies", Optional.empty(), person, changes);
  }

  private static String each(Function<PolicyRule, String> words) {
    return Arrays.stream(PolicyRule.values()).map(words).collect(Collectors.joining(", "));
  }

  private static String type(PolicyRule rule) {
    return switch (rule.range()) {
      case PolicyRule.Range.Span _ -> "interval";
      case PolicyRule.Range.Count _ -> "integer";
      case PolicyRule.Range.Switch _ -> "boolean";
      case PolicyRule.Range.Level _ -> "text";
    };
  }
}
