package ai.therapysync.crisis.people;

import java.util.List;

/**
 * A contact's answer to whether they may be called on, as it stands. Private: never printed.
 *
 * @param person who named them
 * @param verified they said yes
 * @param declined they said no
 * @param operators who hears of a no
 */
public record ContactCheck(
    PersonInCare person, boolean verified, boolean declined, List<EmailAddress> operators) {
  public ContactCheck {
    operators = List.copyOf(operators);
  }

  @Override
  public String toString() {
    return "ContactCheck[verified " + verified + ", declined " + declined + "]";
  }
}
