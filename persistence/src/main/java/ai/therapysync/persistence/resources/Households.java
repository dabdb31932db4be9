package ai.therapysync.persistence.resources;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What people do in their households. */
public final class Households {
  private Households() {}

  /**
   * Acknowledges an alert that the caller sees, once; the first to do so is remembered. It stops no
   * ladder: being family is no promise to be there.
   */
  public static Optional<ObjectNode> acknowledge(Acting acting, UUID alert) {
    ResourceRows alerts = ResourceRows.of(Resource.FAMILY_ALERTS);
    Optional<ObjectNode> seen = alerts.find(acting, Optional.empty(), alert);
    if (seen.isEmpty() || seen.get().path("is_acknowledged").asBoolean()) {
      return seen;
    }
    acting.asOwner(owner ->
        owner
            .createUpdate(
                """
                UPDATE public.family_alerts SET is_acknowledged = TRUE, acknowledged_by = :who,
                  acknowledged_at = now() WHERE id = :id AND is_acknowledged IS NOT TRUE
                """)
            .bind("id", alert)
            .bind("who", acting.caller().id())
            .execute());
    acting.note(
        AuditEntry.of(
            "acknowledge",
            Resource.FAMILY_ALERTS.table(),
            alert,
            Optional.of(UUID.fromString(seen.get().path("member_user_id").asText())),
            List.of()));
    return alerts.find(acting, Optional.empty(), alert);
  }

  /** The caller's own answer to their invitation into a household; empty where none waits. */
  public static Optional<ObjectNode> answer(Acting acting, UUID household, String status) {
    Optional<UUID> answered =
        acting
            .handle()
            .createQuery(
                """
                UPDATE public.household_members SET invitation_status = :status
                WHERE household_id = :household AND user_id = :who AND invitation_status = 'pending'
                RETURNING id
                """)
            .bind("status", status)
            .bind("household", household)
            .bind("who", acting.caller().id())
            .mapTo(UUID.class)
            .findOne();
    answered.ifPresent(id ->
        acting.note(
            AuditEntry.of(
                "update",
                Resource.HOUSEHOLD_MEMBERS.table(),
                id,
                Optional.of(acting.caller().id()),
                List.of("invitation_status"))));
    return answered.flatMap(
        id -> ResourceRows.of(Resource.HOUSEHOLD_MEMBERS).find(acting, Optional.empty(), id));
  }
}
