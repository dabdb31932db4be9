package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.message.Understanding;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.onboarding.Application;
import ai.therapysync.conversation.onboarding.Newcomer;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * All that follows from a message, to be written with it in one transaction.
 *
 * @param assessment what the screen made of it
 * @param cases incidents that changed, each with what follows
 * @param effects notices to operators that belong to no incident
 * @param answers what goes back to the sender at once, in order
 * @param timeline what each gate decided, and why
 * @param keepsWords whether the words are kept: a stranger's only once they agree
 * @param secondOpinion somebody slower is to look at it, too
 * @param understood how its words were taken
 * @param revision what becomes of words that were sent before
 */
public record Received(
    Assessment assessment,
    List<Outcome> cases,
    List<Effect> effects,
    List<Answer> answers,
    TurnChange turn,
    List<NumberChange> numbers,
    List<Gate> timeline,
    boolean keepsWords,
    boolean secondOpinion,
    Understanding understood,
    Revision revision) {
  public Received {
    cases = List.copyOf(cases);
    effects = List.copyOf(effects);
    answers = List.copyOf(answers);
    numbers = List.copyOf(numbers);
    timeline = List.copyOf(timeline);
  }

  /**
   * A fixed text to the sender, by the channel and sender on which they wrote. Private: never
   * printed.
   *
   * @param choices the answers that can be tapped to what it asks
   */
  public record Answer(Kind kind, String text, Optional<Choices> choices) {
    /** As the person sees it: with the answers that are offered, numbered. */
    public String shown() {
      return choices.map(answers -> answers.numbered(text)).orElse(text);
    }

    @Override
    public String toString() {
      return "Answer[" + kind + "]";
    }
  }

  /** What an answer is; the word is stored. */
  public enum Kind {
    /** To a person in danger: nothing holds it, not even a STOP. */
    SAFE_REPLY,
    /** To HELP: likewise. */
    HELP_ANSWER,
    /** A gentle question to someone whose message shows a concern, where no turn asks it. */
    CONCERN,

    /** Our door is closed to this number. */
    CLOSED_DOOR,
    /** To a stranger on their way in. */
    ONBOARDING,
    /** STOP or START took effect; a STOP's confirmation is the last message. */
    CONFIRMATION,
    /** The number is verified, or its code was wrong. */
    VERIFICATION,

    /** A contact is not told from now on. */
    EXCLUSION,
    /** Where the person's contacts stand. */
    CONTACTS,
    /** A human is asked to take over, or the AI is there again. */
    HANDOVER,
    /** To a contact: how to answer, or which incident is meant. */
    PROMPT,
    /** To a contact who was asked whether they may be called on: how to answer. */
    CONTACT_CHECK_AGAIN,
    /** To such a contact: thanks for the answer. */
    CONTACT_CHECK_THANKS;

    /** Whether it goes out although the number said STOP. */
    public boolean despiteStop() {
      return switch (this) {
        case SAFE_REPLY, HELP_ANSWER, CONCERN, CONFIRMATION -> true;
        case CLOSED_DOOR,
            ONBOARDING,
            VERIFICATION,
            EXCLUSION,
            CONTACTS,
            HANDOVER,
            PROMPT,
            CONTACT_CHECK_AGAIN,
            CONTACT_CHECK_THANKS ->
            false;
      };
    }

    /** Whether it goes to someone as a contact: their own conversation does not show it. */
    public boolean isToContact() {
      return this == PROMPT || isOfCheck();
    }

    /** Whether it belongs to the question whether they may be called on. */
    public boolean isOfCheck() {
      return this == CONTACT_CHECK_AGAIN || this == CONTACT_CHECK_THANKS;
    }

    /** {@code safe_reply}, … */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What happens to the person's turn. */
  public sealed interface TurnChange {
    /** Nothing. */
    record Keep() implements TurnChange {}

    /** The message joins the waiting turn, or opens one; it is due then. */
    record Join(Instant dueAt, boolean concern) implements TurnChange {}

    /** An emergency answers everything that waits. */
    record Cancel() implements TurnChange {}
  }

  /** What a message does to the words of an earlier one, or has had done to its own. */
  public sealed interface Revision {
    /** Nothing. */
    record Nothing() implements Revision {}

    /** The person takes that one back: its words go. */
    record TakesBack(UUID original) implements Revision {}

    /** This one stands in the place of that one, whose words go. */
    record Changes(UUID original) implements Revision {}

    /** It was taken back before it came: its own words go. */
    record CameTooLate() implements Revision {}
  }

  /** What becomes of a number, or of someone behind one. */
  public sealed interface NumberChange {
    /** It said STOP. */
    record OptedOut() implements NumberChange {}

    /** It said START. */
    record OptedIn() implements NumberChange {}

    /** It sent its code. */
    record Verified(UUID integration) implements NumberChange {}

    /** A stranger stands there now. */
    record Applied(Application application) implements NumberChange {}

    /**
     * A stranger joins: they have an account from now on.
     *
     * @param asked the question that is open with them
     */
    record Joined(Newcomer newcomer, Asked asked) implements NumberChange {}

    /** It sent a wrong code. */
    record WrongCode(UUID integration) implements NumberChange {}

    /** The person said that a contact must not be told. */
    record ContactExcluded(ContactId contact) implements NumberChange {}

    /** A contact said whether they may be called on. */
    record ContactAnswered(ContactId contact, boolean yes) implements NumberChange {}

    /**
     * The person has asked for a human.
     *
     * @param remindAt when they are told that nobody has been free, if so
     */
    record HandedOver(Instant remindAt) implements NumberChange {}

    /** The person goes on with the AI, before a human was there. */
    record TakenBack() implements NumberChange {}

    /** A family member has seen their alert. */
    record AlertSeen(IncidentId incident, PersonId member) implements NumberChange {}
  }

  /** A gate's decision: which gate, what it decided, why. No private words. */
  public record Gate(String gate, String decision, String why) {}
}
