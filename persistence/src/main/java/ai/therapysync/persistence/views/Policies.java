package ai.therapysync.persistence.views;

import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.DatabaseAway;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.JdbiException;

/** The ladder's rules as operators read and change them, for all or for one person. */
public final class Policies {
  /** What a rule is worth. */
  public enum Kind {
    DURATION,
    NUMBER,
    SWITCH,
    LEVEL
  }

  /** A rule: its column, and what its values look like. */
  public record Rule(String name, Kind kind) {}

  /** Every rule, in the order in which they are read. */
  public static final List<Rule> RULES =
      List.of(
          new Rule("ack_timeout", Kind.DURATION),
          new Rule("rounds", Kind.NUMBER),
          new Rule("ask_reached_after", Kind.DURATION),
          new Rule("receipt_within", Kind.DURATION),
          new Rule("operator_reminder", Kind.DURATION),
          new Rule("pages_from", Kind.LEVEL),
          new Rule("by_sms", Kind.SWITCH),
          new Rule("by_mail", Kind.SWITCH),
          new Rule("family", Kind.SWITCH),
          new Rule("first_name", Kind.SWITCH),
          new Rule("check_in_after", Kind.DURATION),
          new Rule("check_ins", Kind.NUMBER),
          new Rule("quiet", Kind.DURATION));

  private final Database database;

  /** With the database, as its owner. */
  public Policies(Database database) {
    this.database = database;
  }

  /** What is said for all, or for this person, rule by rule; durations in ISO-8601. */
  public Map<String, String> said(Optional<UUID> person) {
    Map<String, String> said = new LinkedHashMap<>();
    database
        .jdbi()
        .useTransaction(handle -> {
          handle.execute("SET LOCAL IntervalStyle = 'iso_8601'");
          handle
              .createQuery(
                  "SELECT * FROM gateway.escalation_policies"
                      + " WHERE user_id IS NOT DISTINCT FROM :person")
              .bind("person", person.orElse(null))
              .map((row, _) -> {
                for (Rule rule : RULES) {
                  Optional.ofNullable(row.getString(rule.name()))
                      .ifPresent(value -> said.put(rule.name(), shown(rule, value)));
                }
                return said;
              })
              .list();
        });
    return said;
  }

  /** What became of a rule that was said. */
  public enum Said {
    DONE,
    NO_SUCH_PERSON,
    OUT_OF_BOUNDS
  }

  /** Says a rule, or takes it back where the value is empty. */
  public Said say(Optional<UUID> person, Rule rule, Optional<String> value, Instant now) {
    try {
      return written(person, rule, value, now) ? Said.DONE : Said.NO_SUCH_PERSON;
    } catch (JdbiException e) {
      if (DatabaseAway.isCauseOf(e)) {
        throw e;
      }
      return Said.OUT_OF_BOUNDS;
    }
  }

  private boolean written(Optional<UUID> person, Rule rule, Optional<String> value, Instant now) {
    return database
        .jdbi()
        .inTransaction(handle -> {
          boolean known =
              person.isEmpty()
                  || handle
                      .createQuery("SELECT EXISTS (SELECT 1 FROM public.profiles WHERE id = :id)")
                      .bind("id", person.get())
                      .mapTo(Boolean.class)
                      .one();
          if (known) {
            handle
                .createUpdate(
                    """
                    INSERT INTO gateway.escalation_policies (user_id, %1$s, updated_at)
                    VALUES (:person, CAST(:value AS %2$s), :now)
                    ON CONFLICT (user_id) DO UPDATE SET %1$s = EXCLUDED.%1$s, updated_at = EXCLUDED.updated_at
                    """
                        .formatted(rule.name(), type(rule)))
                .bind("person", person.orElse(null))
                .bind("value", value.orElse(null))
                .bind("now", Rows.at(now))
                .execute();
          }
          return known;
        });
  }

  private static String shown(Rule rule, String value) {
    return rule.kind() == Kind.SWITCH ? (value.startsWith("t") ? "on" : "off") : value;
  }

  private static String type(Rule rule) {
    return switch (rule.kind()) {
      case DURATION -> "interval";
      case NUMBER -> "integer";
      case SWITCH -> "boolean";
      case LEVEL -> "text";
    };
  }
}
