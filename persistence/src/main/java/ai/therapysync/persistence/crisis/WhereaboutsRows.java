package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.incident.Whereabouts;
import ai.therapysync.crisis.people.Fix;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.Sealer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.UUID;

/** Places that people have sent, sealed in {@code gateway.inbound}. */
final class WhereaboutsRows {
  /**
   * For the person {@code p}: the latest place of the open incident and the hour before it, or,
   * where none is open, of the hour before now.
   */
  static final String LOAD =
      """
      (SELECT json_build_object(
          'place', (SELECT json_build_object('id', i.id, 'content', i.content, 'at', i.received_at)
            FROM gateway.inbound i
            WHERE i.user_id = p.id AND i.message_type = 'location' AND i.content IS NOT NULL
              AND i.received_at >= coalesce(w.created_at, CAST(:now AS timestamptz)) - interval '1 hour'
            ORDER BY i.received_at DESC, i.id DESC LIMIT 1),
          'passed_on', (SELECT max(o.created_at) FROM gateway.outbox o
            WHERE o.incident_id = w.id AND o.purpose = 'place'))
        FROM (SELECT 1) one LEFT JOIN LATERAL (
          SELECT ci.id, ci.created_at FROM public.crisis_interventions ci
          WHERE ci.user_id = p.id AND %s ORDER BY ci.created_at LIMIT 1) w ON true)
      """
          .formatted(Incidents.openCondition());

  private final Sealer sealer;

  WhereaboutsRows(Sealer sealer) {
    this.sealer = sealer;
  }

  Whereabouts read(JsonNode row) {
    return new Whereabouts(fix(row.path("place")), Rows.instant(row, "passed_on"));
  }

  /** What no longer opens is no place. */
  private Optional<Fix> fix(JsonNode row) {
    Optional<UUID> id = Rows.uuid(row, "id");
    if (id.isEmpty()) {
      return Optional.empty();
    }
    try {
      JsonNode place =
          Rows.json(sealer.openOwn(row.path("content").asText(), id.get())).path("place");
      return place.isObject()
          ? Optional.of(
              new Fix(
                  place.path("latitude").asDouble(),
                  place.path("longitude").asDouble(),
                  Rows.instant(row, "at").orElseThrow()))
          : Optional.empty();
    } catch (SealBroken e) {
      return Optional.empty();
    }
  }
}
