package ai.therapysync.persistence.views;

import ai.therapysync.crisis.people.ContactReadiness;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.persistence.crisis.AlertBook;
import ai.therapysync.persistence.crisis.Contacts;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Whether somebody would be told if a person were in danger now: counts and ids, no names. */
public final class Readiness {
  private static final String PEOPLE =
      """
      SELECT json_build_object('id', p.id, 'email', p.email,
        'numbers', (SELECT json_agg(i.phone_number ORDER BY i.created_at, i.id)
          FROM public.whatsapp_integrations i
          WHERE i.user_id = p.id AND i.is_verified AND i.is_active),
        'contacts', (SELECT json_agg(json_build_object('id', e.id, 'phone', e.phone_number,
            'email', e.email, 'must_not_be_told', e.must_not_be_told,
            'verified_at', r.verified_at, 'declined_at', r.declined_at,
            'failed', CASE WHEN r.last_failed_at > coalesce(r.last_delivered_at, '-infinity')
              THEN coalesce(r.last_failure_code, 'no code') END)
            ORDER BY e.id)
          FROM public.emergency_contacts e
          LEFT JOIN gateway.contact_readiness r ON r.contact_id = e.id
          WHERE e.user_id = p.id AND coalesce(e.is_active, true)))::text
      FROM public.profiles p
      WHERE EXISTS (SELECT FROM public.whatsapp_integrations i
        WHERE i.user_id = p.id AND i.is_verified AND i.is_active)
      ORDER BY p.id
      """;

  private final Database database;

  public Readiness(Database database) {
    this.database = database;
  }

  /** Operators with a mail address who are told of what nobody else takes. */
  public int alertRecipients() {
    return count(
        """
        SELECT count(DISTINCT p.id) FROM public.user_roles r JOIN public.profiles p ON p.id = r.user_id
        WHERE r.is_active AND r.role IN ('admin', 'super_admin', 'support_admin')
          AND p.email LIKE '%_@_%'
        """);
  }

  /** What operators' webhook has not taken. */
  public AlertBook.Failing webhook(Instant now) {
    return new AlertBook(database.jdbi()).failing(now);
  }

  /** People who were erased, and whose account the login could not delete. */
  public List<UUID> accountsLeft() {
    return database
        .jdbi()
        .withHandle(handle ->
            handle
                .createQuery(
                    "SELECT e.user_id FROM gateway.erasures e JOIN auth.users u ON u.id = e.user_id"
                        + " WHERE e.done_at IS NOT NULL ORDER BY e.done_at")
                .mapTo(UUID.class)
                .list());
  }

  /**
   * How ready the contacts of people in care are; ids only.
   *
   * @param people everyone who can write to us
   * @param alone those of them who have nobody who could be reached
   * @param contacts how many contacts can be reached
   * @param verified how many of these said that they may be called on
   * @param failed contacts whom the last message did not reach, each with the provider's code
   */
  public record OfContacts(
      int people, List<UUID> alone, int contacts, int verified, Map<UUID, String> failed) {
    public OfContacts {
      alone = List.copyOf(alone);
      failed = Map.copyOf(failed);
    }
  }

  /** How ready the contacts of people in care are now. */
  public OfContacts contacts() {
    return database
        .jdbi()
        .withHandle(handle -> {
          Set<String> stopped =
              Set.copyOf(
                  handle
                      .createQuery(
                          "SELECT DISTINCT address FROM gateway.opt_outs WHERE channel = 'sms'")
                      .mapTo(String.class)
                      .list());
          try (Stream<String> people = handle.createQuery(PEOPLE).mapTo(String.class).stream()) {
            Count count = new Count(stopped);
            people.map(Rows::json).forEach(count::add);
            return count.sum();
          }
        });
  }

  private static final class Count {
    private final Set<String> stopped;
    private final List<UUID> alone = new ArrayList<>();
    private final Map<UUID, String> failed = new HashMap<>();
    private int people;
    private int contacts;
    private int verified;

    Count(Set<String> stopped) {
      this.stopped = stopped;
    }

    void add(JsonNode person) {
      people++;
      boolean anyone = false;
      int index = 0;
      for (EmergencyContact contact : Contacts.read(person)) {
        JsonNode row = person.path("contacts").path(index++);
        if (readiness(contact, row).canBeReached()) {
          anyone = true;
          contacts++;
          verified += row.path("verified_at").isNull() ? 0 : 1;
          Rows.text(row, "failed").ifPresent(code -> failed.put(contact.id().value(), code));
        }
      }
      if (!anyone) {
        alone.add(Rows.uuid(person, "id").orElseThrow());
      }
    }

    private ContactReadiness readiness(EmergencyContact contact, JsonNode row) {
      return new ContactReadiness(
          contact,
          Optional.empty(),
          Rows.instant(row, "verified_at"),
          Rows.instant(row, "declined_at"),
          contact.phone().filter(number -> stopped.contains(number.e164())).isPresent(),
          false);
    }

    OfContacts sum() {
      return new OfContacts(people, alone, contacts, verified, failed);
    }
  }

  private int count(String sql) {
    return database.jdbi().withHandle(handle -> handle.createQuery(sql).mapTo(Integer.class).one());
  }
}
