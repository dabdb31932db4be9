package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.incident.CheckBook;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.people.ContactCheck;
import ai.therapysync.crisis.people.ContactId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Contacts' answers on PostgreSQL, in {@code gateway.contact_readiness}. */
public final class JdbiCheckBook implements CheckBook {
  /** A question is known by its second; another address has taken its row away. */
  private static final String ASKED =
      """
      SELECT c.user_id, r.verified_at IS NOT NULL AS verified, r.declined_at IS NOT NULL AS declined
      FROM public.emergency_contacts c
      JOIN gateway.contact_readiness r ON r.contact_id = c.id
      WHERE c.id = :contact AND coalesce(c.is_active, true) AND NOT c.must_not_be_told
        AND floor(extract(epoch FROM r.asked_at)) = :asked
      """;

  private final Jdbi jdbi;
  private final Incidents incidents;
  private final Situations situations;
  private final InstantSource clock;

  /** With where operators' mails are written, whom they go to, and the clock. */
  public JdbiCheckBook(Jdbi jdbi, Incidents incidents, Situations situations, InstantSource clock) {
    this.jdbi = jdbi;
    this.incidents = incidents;
    this.situations = situations;
    this.clock = clock;
  }

  private record Row(UUID person, boolean verified, boolean declined) {}

  @Override
  public Optional<ContactCheck> look(ContactId contact, Instant askedAt) {
    return jdbi.withHandle(handle -> find(handle, contact, askedAt));
  }

  @Override
  public boolean answer(
      ContactId contact,
      Instant askedAt,
      boolean yes,
      Function<ContactCheck, List<Effect>> follows) {
    return jdbi.inTransaction(handle -> {
      lock(handle, contact);
      Optional<ContactCheck> before = find(handle, contact, askedAt);
      before.ifPresent(check -> {
        Instant now = clock.instant();
        ContactBook.answered(handle, contact.value(), yes, now);
        follows.apply(check).forEach(effect -> incidents.follow(handle, effect, now));
      });
      return before.isPresent();
    });
  }

  private Optional<ContactCheck> find(Handle handle, ContactId contact, Instant askedAt) {
    return handle
        .createQuery(ASKED)
        .bind("contact", contact.value())
        .bind("asked", askedAt.getEpochSecond())
        .map((row, _) ->
            new Row(
                row.getObject("user_id", UUID.class),
                row.getBoolean("verified"),
                row.getBoolean("declined")))
        .findOne()
        .map(row -> check(handle, row));
  }

  private ContactCheck check(Handle handle, Row row) {
    Situation situation = situations.load(handle, row.person(), clock.instant());
    return new ContactCheck(
        situation.person(), row.verified(), row.declined(), situation.operators());
  }

  private static void lock(Handle handle, ContactId contact) {
    handle
        .createQuery(
            "SELECT p.id FROM public.profiles p WHERE p.id = (SELECT c.user_id"
                + " FROM public.emergency_contacts c WHERE c.id = :contact) FOR NO KEY UPDATE")
        .bind("contact", contact.value())
        .mapTo(UUID.class)
        .list();
  }
}
