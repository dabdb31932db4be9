package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.escalation.ContactChecks;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.ContactReadiness;
import ai.therapysync.crisis.people.ContactReadiness.Standing;
import ai.therapysync.crisis.people.PersonInCare;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Asks the contacts of people in care whether they may be called on, person after person. */
public final class ContactDrill {
  private final Jdbi jdbi;
  private final Situations situations;
  private final ContactBook book;
  private final ContactChecks checks;

  /** With where questions are written, and their words. */
  public ContactDrill(Jdbi jdbi, Situations situations, ContactBook book, ContactChecks checks) {
    this.jdbi = jdbi;
    this.situations = situations;
    this.book = book;
    this.checks = checks;
  }

  /**
   * What came of it for one person.
   *
   * @param nobody there is no contact who could be reached
   */
  public record Drilled(List<Line> lines, boolean nobody) {
    public Drilled {
      lines = List.copyOf(lines);
    }
  }

  /** A contact, and where they stand in a word or two. */
  public record Line(ContactId contact, String standing) {}

  /** Everyone who can write to us, in the order of their ids. */
  public List<UUID> peopleInCare() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT DISTINCT user_id FROM public.whatsapp_integrations"
                    + " WHERE is_verified AND is_active ORDER BY user_id")
            .mapTo(UUID.class)
            .list());
  }

  /**
   * Asks those of a person's contacts who may be asked; nobody while an incident of theirs is open.
   *
   * @return empty when there is no such person
   */
  public Optional<Drilled> drill(UUID person, Instant now) {
    return jdbi.inTransaction(handle -> {
      boolean exists =
          handle
              .createQuery("SELECT id FROM public.profiles WHERE id = :id FOR NO KEY UPDATE")
              .bind("id", person)
              .mapTo(UUID.class)
              .findOne()
              .isPresent();
      return exists ? Optional.of(drill(handle, person, now)) : Optional.empty();
    });
  }

  private Drilled drill(Handle handle, UUID person, Instant now) {
    List<ContactReadiness> contacts = ContactBook.of(handle, person, now);
    boolean open = isOpen(handle, person);
    if (!open) {
      PersonInCare named = situations.load(handle, person, now).person();
      for (Effect.Send question : checks.ask(named, contacts, now)) {
        book.ask(handle, person, question, now);
      }
    }
    return new Drilled(
        contacts.stream()
            .map(one -> new Line(one.contact().id(), word(one.standing(now), open)))
            .toList(),
        contacts.stream().noneMatch(ContactReadiness::canBeReached));
  }

  private static String word(Standing standing, boolean open) {
    if (standing == Standing.TO_ASK) {
      return open ? "not asked: an incident is open" : "asked";
    }
    return standing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static boolean isOpen(Handle handle, UUID person) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM public.crisis_interventions ci"
                + " WHERE ci.user_id = :person AND "
                + Incidents.openCondition()
                + ")")
        .bind("person", person)
        .mapTo(Boolean.class)
        .one();
  }
}
