package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Recipient;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.Medium;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.crisis.people.ContactReadiness;
import ai.therapysync.crisis.people.ContactReadiness.Standing;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.PersonInCare;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks contacts whether they may be called on, before anything has happened: at their number, or by
 * mail where they have none.
 */
public final class ContactChecks {
  private final NoticeWriter writer;
  private final PageLinks links;

  /** With the words, and the addresses of the pages on which mailboxes answer. */
  public ContactChecks(NoticeWriter writer, PageLinks links) {
    this.writer = writer;
    this.links = links;
  }

  /** The questions to those of a person's contacts who may be asked now. */
  public List<Effect.Send> ask(PersonInCare person, List<ContactReadiness> contacts, Instant now) {
    return contacts.stream()
        .filter(one -> one.standing(now) == Standing.TO_ASK)
        .map(one -> ask(person, one.contact(), now))
        .toList();
  }

  /** Says again how to answer. */
  public String again(String firstName, Language language) {
    return message(new Notice.ContactCheckAgain(firstName), language);
  }

  /** Thanks for a yes or a no. */
  public String thanks(String firstName, boolean yes, Language language) {
    return message(new Notice.ContactCheckThanks(firstName, yes), language);
  }

  private Effect.Send ask(PersonInCare person, EmergencyContact contact, Instant now) {
    Recipient to =
        contact
            .phone()
            .<Recipient>map(number -> new Recipient.ContactPhone(contact.id(), number))
            .orElseGet(
                () -> new Recipient.ContactMail(contact.id(), contact.email().orElseThrow()));
    String link = links.forCheck(contact.id().value(), now);
    Notice question = new Notice.ContactCheck(person.firstName(), link);
    Medium medium = contact.phone().isPresent() ? Medium.MESSAGE : Medium.MAIL;
    return new Effect.Send(
        to,
        Effect.Purpose.CONTACT_CHECK,
        writer.write(question, person.language(), medium),
        Optional.empty());
  }

  private String message(Notice notice, Language language) {
    return writer.write(notice, language, Medium.MESSAGE).text();
  }
}
