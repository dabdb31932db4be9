package ai.therapysync.persistence.views;

import ai.therapysync.crisis.people.ContactReadiness;
import ai.therapysync.crisis.people.ContactReadiness.Standing;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.crisis.ContactBook;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Where a person's contacts stand before an emergency, in the order in which they are called. */
public final class ContactStandings {
  private ContactStandings() {}

  /**
   * What is known of a contact.
   *
   * @param delivered when a message last reached them
   * @param failed when one last failed, if nothing has reached them since
   */
  public record Known(
      Standing standing,
      boolean reachable,
      Optional<Instant> verified,
      Optional<Instant> delivered,
      Optional<Instant> failed) {}

  /** Those in the ladder, whom the caller has seen in a list of rows. */
  public static Map<UUID, Known> of(Acting acting, UUID person, Instant now) {
    return acting.asOwner(owner -> {
      Map<UUID, JsonNode> receipts = receipts(owner, person);
      Map<UUID, Known> known = new LinkedHashMap<>();
      List<ContactReadiness> contacts = ContactBook.of(owner, person, now);
      contacts.forEach(one -> {
        UUID id = one.contact().id().value();
        known.put(id, known(one, Optional.ofNullable(receipts.get(id)), now));
      });
      return known;
    });
  }

  private static Known known(ContactReadiness contact, Optional<JsonNode> row, Instant now) {
    Optional<Instant> delivered = row.flatMap(one -> Rows.instant(one, "delivered"));
    Optional<Instant> failed =
        row.flatMap(one -> Rows.instant(one, "failed"))
            .filter(at -> delivered.filter(at::isBefore).isEmpty());
    return new Known(
        contact.standing(now), contact.canBeReached(), contact.verifiedAt(), delivered, failed);
  }

  private static Map<UUID, JsonNode> receipts(Handle owner, UUID person) {
    Map<UUID, JsonNode> receipts = new HashMap<>();
    owner
        .createQuery(
            "SELECT contact_id, json_build_object('delivered', last_delivered_at,"
                + " 'failed', last_failed_at)::text AS row FROM gateway.contact_readiness"
                + " WHERE user_id = :person")
        .bind("person", person)
        .map((row, _) ->
            Map.entry(row.getObject("contact_id", UUID.class), Rows.json(row.getString("row"))))
        .forEach(entry -> receipts.put(entry.getKey(), entry.getValue()));
    return receipts;
  }
}
