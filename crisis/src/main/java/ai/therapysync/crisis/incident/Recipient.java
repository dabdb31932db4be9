package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.crisis.risk.PersonId;

/** Where a notice goes. Private: never printed. */
public sealed interface Recipient {
  /** An emergency contact's telephone. */
  record ContactPhone(ContactId contact, PhoneNumber number) implements Recipient {
    @Override
    public String toString() {
      return "ContactPhone[" + contact + "]";
    }
  }

  /** An emergency contact's mailbox. */
  record ContactMail(ContactId contact, EmailAddress mail) implements Recipient {
    @Override
    public String toString() {
      return "ContactMail[" + contact + "]";
    }
  }

  /** A family member's telephone. */
  record FamilyPhone(PersonId member, PhoneNumber number) implements Recipient {
    @Override
    public String toString() {
      return "FamilyPhone[" + member + "]";
    }
  }

  /** A family member's mailbox. */
  record FamilyMail(PersonId member, EmailAddress mail) implements Recipient {
    @Override
    public String toString() {
      return "FamilyMail[" + member + "]";
    }
  }

  /** An operator's mailbox. */
  record OperatorMail(EmailAddress mail) implements Recipient {
    @Override
    public String toString() {
      return "OperatorMail[private]";
    }
  }
}
