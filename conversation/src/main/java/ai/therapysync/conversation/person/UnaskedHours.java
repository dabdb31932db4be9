package ai.therapysync.conversation.person;

import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.crisis.people.PhoneNumber;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;

/** When a person may be written to who has not written first: within their hours, else by day. */
public final class UnaskedHours {
  private static final BusinessHours.Range BY_DAY =
      new BusinessHours.Range(LocalTime.of(9, 0), LocalTime.of(20, 0));

  private UnaskedHours() {}

  /**
   * The next instant at which they may be written to: {@code now} itself when it is one.
   *
   * @param number tells where they are at home, unless their settings do
   */
  public static Instant next(Settings settings, Optional<PhoneNumber> number, Instant now) {
    BusinessHours own = settings.hours();
    BusinessHours hours =
        own.range().isPresent()
            ? own
            : new BusinessHours(Optional.of(BY_DAY), NumberZone.choose(own.zone(), number));
    return hours.nextOpening(now);
  }
}
