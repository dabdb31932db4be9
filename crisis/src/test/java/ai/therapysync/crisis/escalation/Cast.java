package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.FamilyMember;
import ai.therapysync.crisis.people.Household;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who and what plays in these tests. */
final class Cast {
  static final EmergencyContact TOM = contact(11, true, true);
  static final EmergencyContact ANA = contact(12, true, false);
  static final EmergencyContact LEE = contact(13, true, true);
  static final EmergencyContact MAIL_ONLY = contact(14, false, true);
  static final EmergencyContact NO_WAY = contact(15, false, false);
  static final EmergencyContact BAD_NUMBER = badNumber(16, true);
  static final EmergencyContact BAD_NUMBER_ALONE = badNumber(17, false);
  static final EmergencyContact SAFE = safe(contact(18, true, true));

  static final Assessment HIGH = danger(RiskLevel.HIGH, Category.SUICIDE, false);
  static final Assessment IMMINENT = danger(RiskLevel.IMMINENT, Category.SUICIDE, false);
  static final Assessment CONCERN = danger(RiskLevel.CONCERN, Category.SUICIDE, false);
  static final Assessment ABUSE = danger(RiskLevel.HIGH, Category.ABUSE, true);
  static final Assessment ABUSE_CONCERN = danger(RiskLevel.CONCERN, Category.ABUSE, true);
  static final Assessment BULLY = danger(RiskLevel.HIGH, Category.ABUSE, false);
  static final Assessment HARM_CLOSE = danger(RiskLevel.HIGH, Category.HARM_OTHERS, true);
  static final Assessment SOMEONE_ELSE =
      new Assessment(
          RiskLevel.IMMINENT,
          List.of(Category.MEDICAL),
          Subject.SOMEONE_ELSE,
          false,
          false,
          List.of());

  private Cast() {}

  static EmergencyContact excluded(EmergencyContact who) {
    return who.excluded();
  }

  static Household household(int id) {
    FamilyMember member =
        new FamilyMember(
            new PersonId(new UUID(0, id + 100L)),
            Optional.of(new EmailAddress("family" + id + "@example.org")),
            Optional.of(new PhoneNumber("+120255502" + id)));
    return new Household(new UUID(0, id), List.of(member));
  }

  private static EmergencyContact safe(EmergencyContact who) {
    return new EmergencyContact(who.id(), "", "", who.phone(), false, who.email(), false, true);
  }

  private static EmergencyContact contact(int id, boolean phone, boolean mail) {
    return new EmergencyContact(
        new ContactId(new UUID(0, id)),
        "",
        "",
        Optional.of(new PhoneNumber("+120255501" + id)).filter(_ -> phone),
        false,
        Optional.of(new EmailAddress("contact" + id + "@example.org")).filter(_ -> mail),
        false,
        false);
  }

  private static EmergencyContact badNumber(int id, boolean mail) {
    EmergencyContact known = contact(id, false, mail);
    return new EmergencyContact(
        known.id(), "", "", Optional.empty(), true, known.email(), false, false);
  }

  private static Assessment danger(RiskLevel level, Category category, boolean close) {
    return new Assessment(
        level,
        List.of(category),
        Subject.SELF,
        close,
        close && category == Category.ABUSE,
        List.of());
  }
}
