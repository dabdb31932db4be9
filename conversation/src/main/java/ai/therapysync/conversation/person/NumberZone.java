package ai.therapysync.conversation.person;

import ai.therapysync.crisis.people.PhoneNumber;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** In which zone a person's days are counted. */
public final class NumberZone {
  private NumberZone() {}

  /**
   * The configured zone; where that is UTC, which is what nobody chose, the zone in which the
   * number is at home.
   */
  public static ZoneId choose(ZoneId configured, Optional<PhoneNumber> number) {
    boolean chosen = !configured.normalized().equals(ZoneOffset.UTC);
    return chosen ? configured : number.flatMap(NumberZone::of).orElse(configured);
  }

  /** Of a country with several zones and a number that fits them all, the first. */
  private static Optional<ZoneId> of(PhoneNumber number) {
    try {
      var parsed = PhoneNumberUtil.getInstance().parse(number.e164(), "ZZ");
      return PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(parsed).stream()
          .filter(ZoneId.getAvailableZoneIds()::contains)
          .findFirst()
          .map(ZoneId::of);
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
