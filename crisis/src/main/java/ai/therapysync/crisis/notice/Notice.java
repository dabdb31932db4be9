package ai.therapysync.crisis.notice;

import ai.therapysync.crisis.people.Fix;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that a contact, a family member or an operator is told. It says that someone needs
 * them, never what was said in the chat. First names are private and never printed.
 */
public sealed interface Notice {
  /** How urgently a page speaks. */
  enum Strength {
    /** Someone needs you. */
    CALM,
    /** Someone needs you now: the danger is immediate. */
    NOW,
    /** It has become graver since the last page. */
    GRAVER
  }

  /** A contact's code and whom it stands for, when one contact has several incidents to answer. */
  record Coded(String code, String firstName) {}

  /**
   * Asks a contact to help.
   *
   * @param code {@code A} when the answer is {@code 1A} or {@code 2A}; empty for a bare {@code 1}
   *     or {@code 2}
   * @param link the contact's page for this incident
   */
  record Page(String firstName, Strength strength, Optional<String> code, String link)
      implements Notice {}

  /** "Please answer 1 for yes or 2 for can't": the one answer to anything else. */
  record AnswerPrompt(String firstName) implements Notice {}

  /** A bare answer, but several incidents wait for one: which? */
  record WhichOne(List<Coded> waiting) implements Notice {}

  /** To the one who acknowledged: thank you, what to do, and "not you? reply 2". */
  record Receipt(String firstName, String link) implements Notice {}

  /** To one who said they can't: thank you, we are asking someone else. */
  record MovedOn(String firstName) implements Notice {}

  /** To the others who were paged: someone is with it. */
  record SomeoneIsWithIt(String firstName) implements Notice {}

  /** To all who were paged: it is over. */
  record Over(String firstName) implements Notice {}

  /** To the responder after 15 minutes: did you reach them? 1 yes, 2 no. */
  record ReachedQuestion(String firstName, String link) implements Notice {}

  /** To the responder: there was a further cry for help; confirm with 1 that you are on it. */
  record FurtherCry(String firstName, String link) implements Notice {}

  /**
   * To the responder, where the rules pass it on: where the person says that they are.
   *
   * @param ago how long before this it was sent
   * @param link the contact's page, which always has the latest
   */
  record Place(String firstName, Fix fix, Duration ago, String link) implements Notice {
    @Override
    public String toString() {
      return "Place[private]";
    }
  }

  /** To a family member, as discreet; a reply of 1 says that they have seen it. */
  record FamilyAlert(String firstName, boolean critical) implements Notice {}

  /**
   * Asks a contact, before anything has happened, whether they may be called on.
   *
   * @param link where a mailbox without a number answers
   */
  record ContactCheck(String firstName, String link) implements Notice {}

  /** "1 if that is all right, 2 if not": to anything else that a contact answers to it. */
  record ContactCheckAgain(String firstName) implements Notice {}

  /** Thanks a contact for their yes or no to it. */
  record ContactCheckThanks(String firstName, boolean yes) implements Notice {}

  /**
   * To operators, by mail.
   *
   * @param reference the incident's id, the person's where there is none, or a word for a part of
   *     the gateway
   * @param link where to see it
   */
  record OperatorAlert(Reason reason, String reference, String link) implements Notice {}

  /** Why operators are alarmed. */
  enum Reason {
    /** The ladder is used up, or nobody can be reached. */
    UNANSWERED,
    /** Every contact's page has failed, none was taken; the ladder goes on. */
    NOBODY_REACHED,

    /** The person has switched escalation off. */
    ESCALATION_OFF,
    /** The policy lets contacts be told only in graver danger than this. */
    BELOW_POLICY,

    /** Contacts may be the danger: nobody was told. */
    DANGER_AT_HOME,
    /** Someone else is in danger. */
    SOMEONE_ELSE,
    /** The person said that a contact must not be told. */
    CONTACT_EXCLUDED,
    /** A contact would rather not be called on: the person must name someone else. */
    CONTACT_DECLINED,
    /** Someone unknown to us, or unverified, is in danger. */
    UNKNOWN_NUMBER,
    /** Automatic replies are off, or a human holds the conversation, and there is a concern. */
    CONCERN_WAITS,
    /** A person has asked for a human. */
    HUMAN_ASKED,
    /** An operator acknowledged and has not said whether the person was reached. */
    OPERATOR_SILENT,
    /** Asked how they are after an incident, the person does not answer, or can't be asked. */
    CHECK_IN_SILENT,

    /** A further emergency while an operator has the incident: confirm that you are on it. */
    FURTHER_CRY,
    /** In an incident the person sent something without words, which only a human can look at. */
    UNHEARD,
    /** A message could not be sent, for our account's or configuration's sake. */
    PROVIDER_REFUSES,

    /** A ladder has stood still beyond its time. */
    LADDER_STUCK,
    /** A page was taken, and nobody says that it arrived. */
    PAGE_UNCONFIRMED,
    /** Crisis work waits longer than it may. */
    QUEUE_SLOW,
    /** A provider takes nothing. */
    PROVIDER_DOWN
  }
}
