package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.resources.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Issues the codes that numbers must send, a few an hour to each person. */
public final class NumberCodes {
  private static final int AN_HOUR = 5;
  private static final Duration HOUR = Duration.ofHours(1);

  private final Codes codes;
  private final InstantSource clock;

  /** With what makes and keeps the codes. */
  public NumberCodes(Codes codes, InstantSource clock) {
    this.codes = codes;
    this.clock = clock;
  }

  /** What became of asking for a code. */
  public sealed interface Issue {
    /** Private: never printed. */
    record Issued(String code, Instant until) implements Issue {
      @Override
      public String toString() {
        return "Issued[private]";
      }
    }

    /** The person has had as many as they may. */
    record TooMany(Duration pause) implements Issue {}

    /** The number is verified already, or switched off. */
    record NotNeeded() implements Issue {}
  }

  /** A code for a number that the caller sees; the one before is void. */
  public Issue issue(Acting acting, UUID person, UUID integration) {
    acting.lock(person);
    Issue issue = acting.asOwner(handle -> issue(handle, person, integration, clock.instant()));
    if (issue instanceof Issue.Issued) {
      acting.note(
          AuditEntry.of(
              "issue_code",
              Resource.INTEGRATIONS.table(),
              integration,
              Optional.of(person),
              List.of("verification_code")));
    }
    return issue;
  }

  private Issue issue(Handle handle, UUID person, UUID integration, Instant now) {
    if (!waitsForCode(handle, integration)) {
      return new Issue.NotNeeded();
    }
    List<Instant> before = lately(handle, person, now);
    if (before.size() >= AN_HOUR) {
      return new Issue.TooMany(Duration.between(now, before.getFirst().plus(HOUR)));
    }
    handle
        .createUpdate(
            "INSERT INTO gateway.issued_codes (user_id, issued_at) VALUES (:person, :now)")
        .bind("person", person)
        .bind("now", Rows.at(now))
        .execute();
    return new Issue.Issued(
        codes.issue(handle, integration, now), now.plus(CircumstanceRows.CODE_LIVES));
  }

  private static boolean waitsForCode(Handle handle, UUID integration) {
    return handle
        .createQuery(
            "SELECT NOT coalesce(is_verified, false) AND coalesce(is_active, true)"
                + " FROM public.whatsapp_integrations WHERE id = :id")
        .bind("id", integration)
        .mapTo(Boolean.class)
        .findOne()
        .orElse(false);
  }

  /** Those of the last hour, the oldest first; older ones are of no use to anybody. */
  private static List<Instant> lately(Handle handle, UUID person, Instant now) {
    handle
        .createUpdate(
            "DELETE FROM gateway.issued_codes WHERE user_id = :person AND issued_at <= :since")
        .bind("person", person)
        .bind("since", Rows.at(now.minus(HOUR)))
        .execute();
    return handle
        .createQuery(
            "SELECT issued_at FROM gateway.issued_codes WHERE user_id = :person ORDER BY issued_at")
        .bind("person", person)
        .mapTo(OffsetDateTime.class)
        .map(OffsetDateTime::toInstant)
        .list();
  }
}
