package ai.therapysync.conversation.occasion;

import ai.therapysync.conversation.person.Person;
import ai.therapysync.crisis.language.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's waiting words, and all that a skill answers them from. Private: never printed.
 *
 * @param words what waits for an answer, a message a line
 * @param asked the question that is open, if any
 * @param work what the person works on
 * @param climate what the moment bears
 */
public record Occasion(
    Person person, String words, Optional<Asked> asked, Work work, Climate climate, Instant now) {
  /** The language that is answered in. */
  public Language language() {
    return person.language();
  }

  /** The person's own day. */
  public LocalDate today() {
    return now.atZone(person.zone()).toLocalDate();
  }

  /** The open question, if it is that one. */
  public Optional<Asked> asked(String what) {
    return asked.filter(question -> question.what().equals(what));
  }

  /** The same moment, as if these had been the words: a "yes" to an offer stands for them. */
  public Occasion saying(String other) {
    return new Occasion(person, other, asked, work, climate, now);
  }

  @Override
  public String toString() {
    return "Occasion[" + person.id() + "]";
  }
}
