package ai.therapysync.persistence.crisis;

import ai.therapysync.conversation.person.FirstName;
import ai.therapysync.conversation.person.PersonLanguage;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.conversation.person.UnaskedHours;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.FamilyMember;
import ai.therapysync.crisis.people.Household;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.person.SettingsRows;
import ai.therapysync.persistence.sealing.Sealer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Loads what the crisis desk looks at, in one statement. */
public final class Situations {
  private static final String LOAD =
      """
      SELECT json_build_object(
        'name', p.name, 'email', p.email, 'preferred', p.preferred_language,
        'primary', (SELECT c.primary_language FROM public.user_cultural_profiles c
          WHERE c.user_id = p.id),
        'config', (SELECT to_json(w) FROM public.whatsapp_config w WHERE w.user_id = p.id),
        'policies', %s,
        'held', EXISTS (SELECT 1 FROM gateway.takeovers t WHERE t.user_id = p.id),
        'numbers', (SELECT json_agg(i.phone_number ORDER BY i.created_at, i.id)
          FROM public.whatsapp_integrations i
          WHERE i.user_id = p.id AND i.is_verified AND i.is_active),
        'contacts', (SELECT json_agg(json_build_object('id', e.id, 'name', e.name,
            'relationship', e.relationship, 'phone', e.phone_number,
            'email', e.email, 'must_not_be_told', e.must_not_be_told,
            'safe_for_abuse', e.safe_for_abuse)
            ORDER BY coalesce(e.is_primary, false) DESC, e.created_at, e.id)
          FROM public.emergency_contacts e
          WHERE e.user_id = p.id AND coalesce(e.is_active, true) AND NOT EXISTS (
            SELECT 1 FROM gateway.contact_readiness r
            WHERE r.contact_id = e.id AND r.declined_at IS NOT NULL)),
        'households', (SELECT json_agg(json_build_object('id', h.id, 'told', (
            SELECT json_agg(json_build_object('id', q.id, 'email', q.email, 'phone', (
                SELECT i.phone_number FROM public.whatsapp_integrations i
                WHERE i.user_id = q.id AND i.is_verified AND i.is_active
                ORDER BY i.created_at, i.id LIMIT 1)))
            FROM public.profiles q
            WHERE q.id <> p.id AND (q.id = h.primary_account_holder_id OR EXISTS (
              SELECT 1 FROM public.household_members m
              WHERE m.household_id = h.id AND m.user_id = q.id
                AND m.invitation_status = 'accepted' AND m.can_receive_alerts)))))
          FROM public.households h
          WHERE coalesce(h.is_active, true) AND (h.primary_account_holder_id = p.id OR EXISTS (
            SELECT 1 FROM public.household_members m
            WHERE m.household_id = h.id AND m.user_id = p.id
              AND m.invitation_status = 'accepted'))),
        'operators', (SELECT json_agg(DISTINCT coalesce(o.email, u.email))
          FROM public.user_roles r
          LEFT JOIN public.profiles o ON o.id = r.user_id
          LEFT JOIN auth.users u ON u.id = r.user_id
          WHERE r.is_active AND r.role::text IN ('admin', 'super_admin', 'support_admin')),
        'abuse', EXISTS (SELECT 1 FROM public.crisis_assessments a
          WHERE a.user_id = p.id AND a.close_abuse AND a.created_at > :abuseSince),
        'codes', (SELECT json_agg(DISTINCT jsonb_build_object('address', o.address, 'code', o.code))
          FROM public.crisis_interventions ci
          JOIN gateway.outbox o ON o.incident_id = ci.id
          WHERE ci.status IN ('pending', 'notified', 'unanswered') AND ci.completed_at IS NULL
            AND ci.user_id <> p.id AND o.purpose = 'page' AND o.channel = 'sms'
            AND o.state <> 'withdrawn'),
        'whereabouts', %s)::text
      FROM public.profiles p WHERE p.id = :person
      """
          .formatted(PolicyRows.LOAD, WhereaboutsRows.LOAD);

  private static final Duration ABUSE_IS_REMEMBERED = Duration.ofDays(30);

  private final Optional<EmailAddress> alertMailbox;
  private final EscalationPolicy usual;
  private final WhereaboutsRows whereabouts;

  /**
   * With the mailbox that is alarmed beside the operators, where one is configured, the rules that
   * hold where no row says another, and what opens the places that people send.
   */
  public Situations(Optional<EmailAddress> alertMailbox, EscalationPolicy usual, Sealer sealer) {
    this.alertMailbox = alertMailbox;
    this.usual = usual;
    this.whereabouts = new WhereaboutsRows(sealer);
  }

  /** A person's situation; the person must exist. */
  public Situation load(Handle handle, UUID person, Instant now) {
    String json =
        handle
            .createQuery(LOAD)
            .bind("person", person)
            .bind("now", Rows.at(now))
            .bind("abuseSince", Rows.at(now.minus(ABUSE_IS_REMEMBERED)))
            .mapTo(String.class)
            .one();
    return read(person, Rows.json(json), now);
  }

  private Situation read(UUID person, JsonNode row, Instant now) {
    List<PhoneNumber> own = Contacts.ownNumbers(row);
    String region = own.stream().findFirst().map(PhoneNumber::region).orElse("ZZ");
    String mainRegion = own.stream().findFirst().map(PhoneNumber::mainRegion).orElse("ZZ");
    List<EmergencyContact> contacts = Contacts.read(row);
    Settings settings = SettingsRows.read(row.path("config")).settings();
    List<Household> households = new ArrayList<>();
    row.path("households").forEach(node -> households.add(household(node)));
    PersonInCare inCare =
        new PersonInCare(
            new PersonId(person),
            FirstName.of(Rows.text(row, "name").orElse("")),
            PersonLanguage.choose(Rows.text(row, "preferred"), Rows.text(row, "primary")),
            region,
            mainRegion);
    return new Situation(
        inCare,
        contacts,
        households,
        operators(row),
        settings.crisisEscalation(),
        row.path("abuse").asBoolean(),
        codes(row, contacts),
        whereabouts.read(row.path("whereabouts")),
        writableFrom(row, settings, own, now),
        PolicyRows.read(row.path("policies"), usual),
        now);
  }

  private static Optional<Instant> writableFrom(
      JsonNode row, Settings settings, List<PhoneNumber> own, Instant now) {
    return row.path("held").asBoolean() || !settings.autoResponses()
        ? Optional.empty()
        : Optional.of(UnaskedHours.next(settings, own.stream().findFirst(), now));
  }

  private List<EmailAddress> operators(JsonNode row) {
    return Stream.concat(
            Rows.texts(row, "operators").stream()
                .flatMap(mail -> EmailAddress.parse(mail).stream()),
            alertMailbox.stream())
        .distinct()
        .toList();
  }

  private static Household household(JsonNode node) {
    List<FamilyMember> told = new ArrayList<>();
    node.path("told")
        .forEach(member ->
            told.add(
                new FamilyMember(
                    new PersonId(Rows.uuid(member, "id").orElseThrow()),
                    Rows.text(member, "email").flatMap(EmailAddress::parse),
                    Rows.text(member, "phone")
                        .flatMap(number -> PhoneNumber.parse(number, "ZZ")))));
    return new Household(Rows.uuid(node, "id").orElseThrow(), told);
  }

  private static Map<ContactId, List<String>> codes(JsonNode row, List<EmergencyContact> contacts) {
    Map<ContactId, List<String>> codes = new HashMap<>();
    for (EmergencyContact contact : contacts) {
      List<String> inUse = new ArrayList<>();
      row.path("codes")
          .forEach(node -> {
            boolean theirs =
                contact
                    .phone()
                    .map(number -> number.e164().equals(node.path("address").asText()))
                    .orElse(false);
            if (theirs) {
              inUse.add(Rows.text(node, "code").orElse("A"));
            }
          });
      if (!inUse.isEmpty()) {
        codes.put(contact.id(), List.copyOf(inUse));
      }
    }
    return codes;
  }
}
