package ai.therapysync.persistence.views;

import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.crisis.Contacts;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Whom an operator may call for a person, in the order of the ladder, as row security lets see. */
public final class CallList {
  private static final String LOAD =
      """
      SELECT json_build_object('email', p.email,
        'numbers', (SELECT json_agg(i.phone_number ORDER BY i.created_at, i.id)
          FROM public.whatsapp_integrations i
          WHERE i.user_id = p.id AND i.is_verified AND i.is_active),
        'contacts', (SELECT json_agg(json_build_object('id', e.id, 'name', e.name,
            'relationship', e.relationship, 'phone', e.phone_number, 'email', e.email,
            'must_not_be_told', e.must_not_be_told, 'safe_for_abuse', e.safe_for_abuse)
            ORDER BY coalesce(e.is_primary, false) DESC, e.created_at, e.id)
          FROM public.emergency_contacts e
          WHERE e.user_id = p.id AND coalesce(e.is_active, true)))::text
      FROM public.profiles p WHERE p.id = :person
      """;

  private CallList() {}

  /** Whether somebody may be called; where not, why. */
  public enum Standing {
    MAY_BE_CALLED,
    MUST_NOT_BE_TOLD,
    /** Someone close may be the danger, and nobody has said that this one is safe. */
    NOT_KNOWN_SAFE,
    /** They have asked not to be a contact. */
    DECLINED
  }

  /**
   * A contact.
   *
   * @param number as it is dialled, and the address; empty where there is none, and where they must
   *     not be called
   */
  public record Entry(
      UUID id,
      String name,
      String relationship,
      String number,
      String mail,
      boolean safeForAbuse,
      Standing standing) {
    public boolean mayBeCalled() {
      return standing == Standing.MAY_BE_CALLED;
    }

    @Override
    public String toString() {
      return "Entry[private]";
    }
  }

  /** Those that the caller may see. */
  public static List<Entry> of(Acting acting, UUID person, boolean closeDanger) {
    JsonNode row =
        acting
            .handle()
            .createQuery(LOAD)
            .bind("person", person)
            .mapTo(String.class)
            .findOne()
            .map(Rows::json)
            .orElseGet(() -> Rows.json("{}"));
    List<EmergencyContact> contacts = EmergencyContact.excludingWaysOfExcluded(Contacts.read(row));
    Map<UUID, Boolean> declined = declined(acting, person);
    return contacts.stream()
        .map(one ->
            entry(one, standing(one, closeDanger, declined.getOrDefault(one.id().value(), false))))
        .toList();
  }

  private static Standing standing(
      EmergencyContact contact, boolean closeDanger, boolean declined) {
    if (contact.mustNotBeTold()) {
      return Standing.MUST_NOT_BE_TOLD;
    }
    if (closeDanger && !contact.safeForAbuse()) {
      return Standing.NOT_KNOWN_SAFE;
    }
    return declined ? Standing.DECLINED : Standing.MAY_BE_CALLED;
  }

  private static Entry entry(EmergencyContact contact, Standing standing) {
    boolean may = standing == Standing.MAY_BE_CALLED;
    return new Entry(
        contact.id().value(),
        contact.name(),
        contact.relationship(),
        may ? contact.phone().map(PhoneNumber::e164).orElse("") : "",
        may ? contact.email().map(EmailAddress::value).orElse("") : "",
        contact.safeForAbuse(),
        standing);
  }

  private static Map<UUID, Boolean> declined(Acting acting, UUID person) {
    Map<UUID, Boolean> declined = new HashMap<>();
    acting
        .asOwner(owner ->
            owner
                .createQuery(
                    "SELECT contact_id FROM gateway.contact_readiness"
                        + " WHERE user_id = :person AND declined_at IS NOT NULL")
                .bind("person", person)
                .mapTo(UUID.class)
                .list())
        .forEach(id -> declined.put(id, true));
    return declined;
  }
}
