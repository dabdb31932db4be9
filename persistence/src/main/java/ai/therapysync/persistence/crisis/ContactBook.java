package ai.therapysync.persistence.crisis;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Recipient;
import ai.therapysync.crisis.people.ContactReadiness;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.NewMessage;
import ai.therapysync.persistence.tasks.OutboxRows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is known of contacts before an emergency: who was asked, who can be reached. */
public final class ContactBook {
  private static final String CONTACTS =
      """
      SELECT json_build_object('email', p.email,
        'numbers', (SELECT json_agg(i.phone_number ORDER BY i.created_at, i.id)
          FROM public.whatsapp_integrations i
          WHERE i.user_id = p.id AND i.is_verified AND i.is_active),
        'contacts', (SELECT json_agg(json_build_object('id', e.id, 'name', e.name,
            'phone', e.phone_number, 'email', e.email, 'must_not_be_told', e.must_not_be_told,
            'asked_at', r.asked_at, 'verified_at', r.verified_at, 'declined_at', r.declined_at)
            ORDER BY coalesce(e.is_primary, false) DESC, e.created_at, e.id)
          FROM public.emergency_contacts e
          LEFT JOIN gateway.contact_readiness r ON r.contact_id = e.id
          WHERE e.user_id = p.id AND coalesce(e.is_active, true)))::text
      FROM public.profiles p WHERE p.id = :person
      """;

  /** A question that nobody has answered yet keeps its number for three days. */
  private static final String BUSY =
      """
      SELECT EXISTS (SELECT 1 FROM gateway.opt_outs o
          WHERE o.address = :address AND o.channel = 'sms') AS opted_out,
        EXISTS (SELECT 1 FROM gateway.outbox o
          LEFT JOIN gateway.contact_readiness r ON r.contact_id = o.contact_id
          WHERE o.address = :address AND o.purpose = 'contact_check' AND o.contact_id <> :contact
            AND o.state IN ('waiting', 'sending', 'accepted')
            AND o.created_at > CAST(:now AS timestamptz) - interval '3 days'
            AND coalesce(greatest(r.verified_at, r.declined_at) < o.created_at, true))
        OR EXISTS (SELECT 1 FROM gateway.outbox o
          JOIN public.crisis_interventions ci ON ci.id = o.incident_id
          WHERE o.address = :address AND %s) AS busy
      """
          .formatted(Incidents.openCondition());

  private final OutboxRows outbox;

  /** With where questions are written. */
  public ContactBook(OutboxRows outbox) {
    this.outbox = outbox;
  }

  /** A question goes out to a contact; it is no crisis work, and waits its turn. */
  public void ask(Handle handle, UUID person, Effect.Send question, Instant now) {
    UUID contact = contact(question.recipient());
    handle
        .createUpdate(
            "INSERT INTO gateway.contact_readiness (contact_id, user_id, asked_at)"
                + " VALUES (:contact, :person, :now)"
                + " ON CONFLICT (contact_id) DO UPDATE SET asked_at = EXCLUDED.asked_at")
        .bind("contact", contact)
        .bind("person", person)
        .bind("now", Rows.at(now))
        .execute();
    boolean mail = question.recipient() instanceof Recipient.ContactMail;
    NewMessage message =
        new NewMessage(
            UUID.randomUUID(),
            Optional.of(person),
            Optional.empty(),
            mail ? ChannelName.EMAIL : ChannelName.SMS,
            Incidents.address(question.recipient()),
            Optional.empty(),
            question.purpose().word(),
            false,
            false,
            question.words().subject(),
            question.words().text(),
            Optional.empty());
    outbox.addFor(contact, handle, message, now);
  }

  /** A contact said whether they may be called on. */
  public static void answered(Handle handle, UUID contact, boolean yes, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO gateway.contact_readiness (contact_id, user_id, verified_at, declined_at)
            SELECT c.id, c.user_id, CASE WHEN :yes THEN CAST(:now AS timestamptz) END,
              CASE WHEN NOT :yes THEN CAST(:now AS timestamptz) END
            FROM public.emergency_contacts c WHERE c.id = :contact
            ON CONFLICT (contact_id) DO UPDATE SET verified_at = EXCLUDED.verified_at,
              declined_at = EXCLUDED.declined_at
            """)
        .bind("contact", contact)
        .bind("yes", yes)
        .bind("now", Rows.at(now))
        .execute();
  }

  /** A question that was never sent: it may be asked again. */
  public static void unasked(Handle handle, UUID contact) {
    handle
        .createUpdate(
            "UPDATE gateway.contact_readiness SET asked_at = NULL WHERE contact_id = :contact")
        .bind("contact", contact)
        .execute();
  }

  /**
   * Whether a question has lost its moment: someone needs the person's contacts, or this very
   * number, now; or the contact is none any more, must not be told, or has declined.
   */
  public static boolean mayNotAsk(Handle handle, UUID contact, String address) {
    return handle
        .createQuery(
            """
            SELECT NOT EXISTS (SELECT 1 FROM public.emergency_contacts c
                LEFT JOIN gateway.contact_readiness r ON r.contact_id = c.id
                WHERE c.id = :contact AND coalesce(c.is_active, true) AND NOT c.must_not_be_told
                  AND r.declined_at IS NULL)
              OR EXISTS (SELECT 1 FROM public.crisis_interventions ci
                JOIN public.emergency_contacts c ON c.user_id = ci.user_id
                WHERE c.id = :contact AND %1$s)
              OR EXISTS (SELECT 1 FROM gateway.outbox o
                JOIN public.crisis_interventions ci ON ci.id = o.incident_id
                WHERE o.address = :address AND %1$s)
            """
                .formatted(Incidents.openCondition()))
        .bind("contact", contact)
        .bind("address", address)
        .mapTo(Boolean.class)
        .one();
  }

  /** A person's active contacts, primary first, with what is known of each. */
  public static List<ContactReadiness> of(Handle handle, UUID person, Instant now) {
    JsonNode row =
        Rows.json(handle.createQuery(CONTACTS).bind("person", person).mapTo(String.class).one());
    List<ContactReadiness> known = new ArrayList<>();
    int index = 0;
    for (EmergencyContact contact : Contacts.read(row)) {
      known.add(readiness(handle, contact, row.path("contacts").path(index++), now));
    }
    return List.copyOf(known);
  }

  /**
   * A message arrived at their number or, where they have none, was taken by their mail's server.
   */
  public static void delivered(Handle handle, UUID contact, boolean mail, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO gateway.contact_readiness (contact_id, user_id, last_delivered_at)
            SELECT c.id, c.user_id, :now FROM public.emergency_contacts c
            WHERE c.id = :contact AND NOT (:mail AND coalesce(c.phone_number, '') <> '')
            ON CONFLICT (contact_id) DO UPDATE SET last_delivered_at = EXCLUDED.last_delivered_at
            """)
        .bind("contact", contact)
        .bind("mail", mail)
        .bind("now", Rows.at(now))
        .execute();
  }

  /** A message did not arrive at their number or, where they have none, at their mailbox. */
  public static void failed(Handle handle, UUID contact, boolean mail, String code, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO gateway.contact_readiness
              (contact_id, user_id, last_failed_at, last_failure_code)
            SELECT c.id, c.user_id, :now, :code FROM public.emergency_contacts c
            WHERE c.id = :contact AND NOT (:mail AND coalesce(c.phone_number, '') <> '')
            ON CONFLICT (contact_id) DO UPDATE SET last_failed_at = EXCLUDED.last_failed_at,
              last_failure_code = EXCLUDED.last_failure_code
            """)
        .bind("contact", contact)
        .bind("mail", mail)
        .bind("code", code)
        .bind("now", Rows.at(now))
        .execute();
  }

  private static UUID contact(Recipient recipient) {
    return switch (recipient) {
      case Recipient.ContactPhone phone -> phone.contact().value();
      case Recipient.ContactMail mail -> mail.contact().value();
      case Recipient.FamilyPhone _, Recipient.FamilyMail _, Recipient.OperatorMail _ ->
          throw new IllegalArgumentException("Only contacts are asked");
    };
  }

  private static ContactReadiness readiness(
      Handle handle, EmergencyContact contact, JsonNode row, Instant now) {
    return handle
        .createQuery(BUSY)
        .bind("address", contact.phone().map(number -> number.e164()).orElse(""))
        .bind("contact", contact.id().value())
        .bind("now", Rows.at(now))
        .map((found, _) ->
            new ContactReadiness(
                contact,
                Rows.instant(row, "asked_at"),
                Rows.instant(row, "verified_at"),
                Rows.instant(row, "declined_at"),
                found.getBoolean("opted_out"),
                found.getBoolean("busy")))
        .one();
  }
}
