package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads emergency contacts as they can be reached. */
public final class Contacts {
  private Contacts() {}

  /**
   * A person's contacts, whose numbers are read by the person's country; the person's own ways are
   * nobody else's.
   *
   * @param person has {@code numbers}, {@code email} and {@code contacts}
   */
  public static List<EmergencyContact> read(JsonNode person) {
    List<PhoneNumber> own = ownNumbers(person);
    String region = own.stream().findFirst().map(PhoneNumber::region).orElse("ZZ");
    Optional<EmailAddress> ownMail = Rows.text(person, "email").flatMap(EmailAddress::parse);
    List<EmergencyContact> contacts = new ArrayList<>();
    person.path("contacts").forEach(node -> contacts.add(contact(node, region, own, ownMail)));
    return List.copyOf(contacts);
  }

  /** The numbers that are the person's own. */
  static List<PhoneNumber> ownNumbers(JsonNode person) {
    return Rows.texts(person, "numbers").stream()
        .flatMap(number -> PhoneNumber.parse(number, "ZZ").stream())
        .toList();
  }

  private static EmergencyContact contact(
      JsonNode node, String region, List<PhoneNumber> own, Optional<EmailAddress> ownMail) {
    Optional<String> written = Rows.text(node, "phone");
    Optional<PhoneNumber> number = written.flatMap(text -> PhoneNumber.parse(text, region));
    Optional<EmailAddress> mail =
        Rows.text(node, "email")
            .flatMap(EmailAddress::parse)
            .filter(address -> ownMail.map(mine -> !same(mine, address)).orElse(true));
    return new EmergencyContact(
        new ContactId(Rows.uuid(node, "id").orElseThrow()),
        Rows.text(node, "name").orElse(""),
        Rows.text(node, "relationship").orElse(""),
        number.filter(one -> !own.contains(one)),
        written.isPresent() && number.isEmpty(),
        mail,
        Rows.flag(node, "must_not_be_told", false),
        Rows.flag(node, "safe_for_abuse", false));
  }

  private static boolean same(EmailAddress one, EmailAddress other) {
    return one.value().equalsIgnoreCase(other.value());
  }
}
