package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.people.ContactCheck;
import ai.therapysync.crisis.people.ContactId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where contacts' answers are kept to a question that went out to them at some time. */
public interface CheckBook {
  /**
   * What they have answered so far; nothing is changed. Empty when they are no contact any more,
   * must not be told, have another address now, or were asked anew.
   */
  Optional<ContactCheck> look(ContactId contact, Instant askedAt);

  /**
   * Keeps their answer and writes what follows from it, in one transaction.
   *
   * @param follows what an answer brings about, by how it stood before
   * @return whether the answer was taken
   */
  boolean answer(
      ContactId contact,
      Instant askedAt,
      boolean yes,
      Function<ContactCheck, List<Effect>> follows);
}
