package ai.therapysync.conversation.occasion;

import ai.therapysync.crisis.people.PhoneNumber;
import java.util.List;
import java.util.UUID;

/**
 * Those whom a person has named for emergencies. Private: never printed.
 *
 * @param contacts the active ones, in the order in which they are asked
 * @param own the person's own numbers, which are nobody else's
 * @param kept an emergency is on or was within a day: they stay as they are
 */
public record Circle(List<Named> contacts, List<PhoneNumber> own, boolean kept) {
  public Circle {
    contacts = List.copyOf(contacts);
    own = List.copyOf(own);
  }

  /**
   * An emergency contact. Private: never printed.
   *
   * @param way a number or an address, as it stands there
   */
  public record Named(UUID id, String name, String relationship, String way) {
    @Override
    public String toString() {
      return "Named[" + id + "]";
    }
  }

  /** Nobody yet. */
  public static Circle nobody() {
    return new Circle(List.of(), List.of(), false);
  }

  @Override
  public String toString() {
    return "Circle[" + contacts.size() + "]";
  }
}
