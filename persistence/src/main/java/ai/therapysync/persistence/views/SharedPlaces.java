package ai.therapysync.persistence.views;

import ai.therapysync.crisis.people.Fix;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.Sealer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where a person in danger has said that they are, for operators who work on it. Only while the
 * incident is open: afterwards nobody needs to know.
 */
public final class SharedPlaces {
  private static final String LATEST =
      """
      SELECT i.id, i.content, i.received_at, i.received_at < ci.created_at AS before
      FROM public.crisis_interventions ci JOIN gateway.inbound i ON i.user_id = ci.user_id
      WHERE ci.id = :incident AND %s AND i.message_type = 'location' AND i.content IS NOT NULL
        AND i.received_at >= ci.created_at - interval '1 hour'
      ORDER BY i.received_at DESC, i.id DESC LIMIT 1
      """
          .formatted(Incidents.openCondition());

  private final Sealer sealer;

  /** With what opens them. */
  public SharedPlaces(Sealer sealer) {
    this.sealer = sealer;
  }

  /**
   * A place. Private: never printed.
   *
   * @param id tells a newer one
   * @param label what it is called, and its address; empty where not given
   * @param before it was sent before the incident opened
   */
  public record Shared(UUID id, Fix fix, String label, String address, boolean before) {
    @Override
    public String toString() {
      return "Shared[" + id + "]";
    }
  }

  /** What there is for who has seen one already. */
  public sealed interface Latest {
    /** None was sent. */
    record None() implements Latest {}

    /** That one is still the latest: nothing was read. */
    record Seen() implements Latest {}

    /** This one; a line of the audit log says that it was read. */
    record Newer(Shared place) implements Latest {}
  }

  /**
   * The latest of an incident that the caller sees.
   *
   * @param seen the id of the one that is on their page, or anything else
   */
  public Latest of(Acting acting, UUID incident, UUID person, String seen) {
    Optional<Sealed> found =
        acting.asOwner(owner ->
            owner
                .createQuery(LATEST)
                .bind("incident", incident)
                .map((row, _) ->
                    new Sealed(
                        row.getObject("id", UUID.class),
                        row.getString("content"),
                        row.getObject("received_at", OffsetDateTime.class),
                        row.getBoolean("before")))
                .findOne());
    if (found.filter(one -> one.id().toString().equals(seen)).isPresent()) {
      return new Latest.Seen();
    }
    Optional<Shared> place = found.flatMap(this::open);
    place.ifPresent(_ ->
        acting.note(
            new AuditEntry(
                "read", "place", found.map(Sealed::id), Optional.of(person), List.of())));
    return place.<Latest>map(Latest.Newer::new).orElseGet(Latest.None::new);
  }

  private record Sealed(UUID id, String content, OffsetDateTime at, boolean before) {}

  private Optional<Shared> open(Sealed row) {
    try {
      JsonNode place = Rows.json(sealer.openOwn(row.content(), row.id())).path("place");
      return place.isObject()
          ? Optional.of(
              new Shared(
                  row.id(),
                  new Fix(
                      place.path("latitude").asDouble(),
                      place.path("longitude").asDouble(),
                      row.at().toInstant()),
                  place.path("label").asText(""),
                  place.path("address").asText(""),
                  row.before()))
          : Optional.empty();
    } catch (SealBroken e) {
      return Optional.empty();
    }
  }
}
