package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.Circle;
import ai.therapysync.conversation.occasion.ContactChange;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Emergency contacts as their person manages them by chat: rows of {@code emergency_contacts}. */
public final class ContactRows {
  /** Whether contacts stay as they are, as the table's own triggers have it for its API. */
  private static final String KEPT =
      """
      EXISTS (SELECT 1 FROM public.crisis_interventions k WHERE k.user_id = :person
        AND ((k.completed_at IS NULL
            AND k.status IN ('pending', 'notified', 'acknowledged', 'unanswered'))
          OR k.completed_at > CAST(:now AS timestamptz) - interval '24 hours'))
      """;

  /** Whom they have named, as JSON. */
  public static final String LOAD =
      """
      SELECT json_build_object('kept', %s,
        'own', (SELECT json_agg(i.phone_number) FROM public.whatsapp_integrations i
          WHERE i.user_id = :person AND i.is_verified AND i.is_active),
        'contacts', (SELECT json_agg(json_build_object('id', e.id, 'name', e.name,
            'relationship', e.relationship, 'phone', e.phone_number, 'email', e.email)
            ORDER BY coalesce(e.is_primary, false) DESC, e.created_at, e.id)
          FROM public.emergency_contacts e
          WHERE e.user_id = :person AND coalesce(e.is_active, true)))
      """
          .formatted(KEPT);

  private ContactRows() {}

  static Circle read(JsonNode row) {
    List<Circle.Named> contacts = new ArrayList<>();
    row.path("contacts")
        .forEach(node ->
            contacts.add(
                new Circle.Named(
                    Rows.uuid(node, "id").orElseThrow(),
                    Rows.text(node, "name").orElse(""),
                    Rows.text(node, "relationship").orElse(""),
                    Rows.text(node, "phone").or(() -> Rows.text(node, "email")).orElse(""))));
    List<PhoneNumber> own =
        Rows.texts(row, "own").stream()
            .flatMap(number -> PhoneNumber.parse(number, "ZZ").stream())
            .toList();
    return new Circle(contacts, own, Rows.flag(row, "kept", false));
  }

  static void write(Handle handle, UUID person, ContactChange change, Instant now) {
    Update update =
        switch (change) {
          case ContactChange.Added added ->
              handle
                  .createUpdate(
                      "INSERT INTO public.emergency_contacts (user_id, name, phone_number, email,"
                          + " is_primary, is_active, created_at, updated_at) VALUES (:person,"
                          + " :name, :phone, :email, NOT EXISTS (SELECT 1 FROM"
                          + " public.emergency_contacts e WHERE e.user_id = :person"
                          + " AND e.is_primary AND coalesce(e.is_active, true)), true, :now, :now)")
                  .bind("name", added.name())
                  .bind("phone", added.phone().map(PhoneNumber::e164).orElse(null))
                  .bind("email", added.email().map(EmailAddress::value).orElse(null));
          case ContactChange.Related related ->
              handle
                  .createUpdate(
                      "UPDATE public.emergency_contacts SET relationship = :relationship"
                          + " WHERE id = (SELECT e.id FROM public.emergency_contacts e"
                          + " WHERE e.user_id = :person AND e.name = :name"
                          + " ORDER BY e.created_at DESC, e.id LIMIT 1)"
                          + " AND CAST(:now AS timestamptz) IS NOT NULL")
                  .bind("name", related.name())
                  .bind("relationship", related.relationship());
          case ContactChange.Rerouted rerouted ->
              handle
                  .createUpdate(
                      "UPDATE public.emergency_contacts SET"
                          + " phone_number = coalesce(:phone, phone_number),"
                          + " email = coalesce(:email, email)"
                          + " WHERE id = :id AND user_id = :person AND NOT "
                          + KEPT)
                  .bind("id", rerouted.contact())
                  .bind("phone", rerouted.phone().map(PhoneNumber::e164).orElse(null))
                  .bind("email", rerouted.email().map(EmailAddress::value).orElse(null));
          case ContactChange.Removed removed ->
              handle
                  .createUpdate(
                      "DELETE FROM public.emergency_contacts"
                          + " WHERE id = :id AND user_id = :person AND NOT "
                          + KEPT)
                  .bind("id", removed.contact());
        };
    update.bind("person", person).bind("now", Rows.at(now)).execute();
  }
}
