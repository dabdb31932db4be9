package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.notice.NoticeWords;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What follows from an event, to be written in the same transaction as the incident. */
public sealed interface Effect {
  /**
   * A notice goes out.
   *
   * @param code the letter that tells this contact's incidents apart; pages only
   * @param otherwise the mail that it becomes where the number does not get it
   */
  record Send(
      Recipient recipient,
      Purpose purpose,
      NoticeWords words,
      Optional<String> code,
      Optional<Mail> otherwise)
      implements Effect {
    /** A notice that goes out by its own way or not at all. */
    public Send(Recipient recipient, Purpose purpose, NoticeWords words, Optional<String> code) {
      this(recipient, purpose, words, code, Optional.empty());
    }
  }

  /** A notice as a mail. */
  record Mail(EmailAddress to, NoticeWords words) {}

  /** A timer is set; it is void once the incident has moved to another step. */
  record SetTimer(IncidentEvent.Timer timer, Instant at) implements Effect {}

  /** Pages that no provider has taken yet are withdrawn, save those to the contacts named. */
  record WithdrawPages(List<ContactId> keep) implements Effect {
    public WithdrawPages {
      keep = List.copyOf(keep);
    }
  }

  /** A household is alerted: one {@code family_alerts} row. */
  record AlertHousehold(UUID household, boolean critical, String title, String description)
      implements Effect {
    @Override
    public String toString() {
      return "AlertHousehold[" + household + "]";
    }
  }

  /** The person is asked how they are. Private: never printed. */
  record AskPerson(Language language, String text) implements Effect {
    @Override
    public String toString() {
      return "AskPerson[private]";
    }
  }

  /** It is over: {@code outcome} is what an operator wrote down. Private, never printed. */
  record Close(String outcome) implements Effect {
    @Override
    public String toString() {
      return "Close[private]";
    }
  }

  /** Operators are alarmed: in the console and by their webhook, beside the mails. */
  record AlarmOperators(Notice.Reason reason, AlertSubject subject) implements Effect {}

  /** A line in the incident's timeline; {@code details} holds ids and figures, no private words. */
  record Happened(String what, Map<String, String> details) implements Effect {
    public Happened {
      details = Map.copyOf(details);
    }
  }

  /** Why something is sent; the last one that went to a number decides what a bare "1" means. */
  enum Purpose {
    PAGE,
    PROMPT,
    RECEIPT,
    QUESTION,
    CRY,
    /** Where the person is. */
    PLACE,
    STANDING,
    FAMILY_ALERT,
    OPERATOR_ALERT,
    /** Before anything has happened: may they be called on? */
    CONTACT_CHECK,
    CONTACT_CHECK_AGAIN,
    CONTACT_CHECK_THANKS;

    /** {@code page}, {@code receipt}, … */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
