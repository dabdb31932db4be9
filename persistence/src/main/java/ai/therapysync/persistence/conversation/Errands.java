package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.Errand;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.persistence.crisis.ContactBook;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.crisis.Situations;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Loads what an answer from a number may be for: only when our last words to it were about an
 * incident, or asked whether a contact may be called on.
 */
final class Errands {
  private static final String WAITING =
      """
      SELECT DISTINCT ON (ci.created_at, ci.id) to_json(ci)::text, to_json(e)::text, o.contact_id, o.code
      FROM gateway.outbox o
      JOIN public.crisis_interventions ci ON ci.id = o.incident_id
      LEFT JOIN gateway.escalations e ON e.incident_id = ci.id
      WHERE o.address = :address AND o.channel <> 'email' AND o.contact_id IS NOT NULL
        AND o.purpose = 'page' AND o.state IN ('accepted', 'sending') AND %s
      ORDER BY ci.created_at, ci.id, o.seq DESC
      """
          .formatted(Incidents.openCondition());

  private final Situations situations;

  Errands(Situations situations) {
    this.situations = situations;
  }

  Errand load(Handle handle, String address, Found.LastSent last, Instant now) {
    List<Errand.Waiting> waiting =
        handle
            .createQuery(WAITING)
            .bind("address", address)
            .map((row, _) ->
                waiting(
                    handle,
                    Incidents.read(row.getString(1), row.getString(2)),
                    row.getObject("contact_id", UUID.class),
                    Optional.ofNullable(row.getString("code")).orElse("A"),
                    now))
            .list();
    Optional<Errand.Alert> alert =
        last.member()
            .flatMap(member ->
                last.incident()
                    .map(id -> new Errand.Alert(new IncidentId(id), new PersonId(member))));
    Effect.Purpose purpose = Effect.Purpose.valueOf(last.purpose().toUpperCase(Locale.ROOT));
    return new Errand(
        purpose,
        last.incident().map(IncidentId::new),
        waiting,
        alert,
        last.about().flatMap(person -> check(handle, purpose, last, person, now)));
  }

  /** Only of a contact who still is one. */
  private Optional<Errand.Check> check(
      Handle handle, Effect.Purpose purpose, Found.LastSent last, UUID person, Instant now) {
    PersonInCare named = situations.load(handle, person, now).person();
    return ContactBook.of(handle, person, now).stream()
        .filter(one -> last.contact().equals(Optional.of(one.contact().id().value())))
        .filter(one -> !one.contact().mustNotBeTold())
        .findFirst()
        .map(one ->
            new Errand.Check(
                one.contact().id(),
                named.id(),
                named.firstName(),
                named.language(),
                purpose,
                one.verifiedAt().isPresent(),
                one.declinedAt().isPresent()));
  }

  private Errand.Waiting waiting(
      Handle handle, Incident incident, UUID contact, String code, Instant now) {
    return new Errand.Waiting(
        incident,
        situations.load(handle, incident.person().value(), now),
        new ContactId(contact),
        code);
  }
}
