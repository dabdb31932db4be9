package ai.therapysync.conversation.message;

import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;

/** Where a message comes from or goes to. Private: never printed. */
public sealed interface Address {
  /** As it is stored and compared: E.164, a provider's handle, or a mail address. */
  String value();

  /** A telephone. */
  record OfNumber(PhoneNumber number) implements Address {
    @Override
    public String value() {
      return number.e164();
    }

    @Override
    public String toString() {
      return "OfNumber[private]";
    }
  }

  /** A sender without a possible telephone number: a short code, a word, a provider's user id. */
  record OfHandle(String value) implements Address {
    @Override
    public String toString() {
      return "OfHandle[private]";
    }
  }

  /** A mailbox. */
  record OfMail(EmailAddress mail) implements Address {
    @Override
    public String value() {
      return mail.value();
    }

    @Override
    public String toString() {
      return "OfMail[private]";
    }
  }

  /** What a provider wrote as a sender: a number where it is a possible one, else a handle. */
  static Address ofSender(String written) {
    return PhoneNumber.parse(written, "ZZ")
        .<Address>map(OfNumber::new)
        .orElseGet(() -> new OfHandle(written));
  }
}
