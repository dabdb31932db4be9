package ai.therapysync.crisis.people;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/**
 * A telephone number in E.164 form, {@code +} and digits; possible by the numbering plan. Private:
 * never printed.
 */
public record PhoneNumber(String e164) {
  public PhoneNumber {
    if (!e164.matches("\\+[0-9]{5,15}")) {
      throw new IllegalArgumentException("A phone number is written as + and 5 to 15 digits");
    }
  }

  /**
   * Reads a number as people and providers write it.
   *
   * @param region ISO 3166 country for numbers written nationally; {@code ZZ} when unknown
   * @return empty when it is not a possible number
   */
  public static Optional<PhoneNumber> parse(String written, String region) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber number = util.parse(written, region);
      return util.isPossibleNumber(number)
          ? Optional.of(new PhoneNumber(util.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /**
   * The number's country as ISO 3166; where the number itself does not tell, the main country of
   * its calling code; {@code ZZ} when there is none.
   */
  public String region() {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber number = util.parse(e164, "ZZ");
      String region = util.getRegionCodeForNumber(number);
      return region == null ? util.getRegionCodeForCountryCode(number.getCountryCode()) : region;
    } catch (NumberParseException e) {
      return "ZZ";
    }
  }

  /** The main country of this number's calling code, ISO 3166: {@code US} for +1. */
  public String mainRegion() {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      return util.getRegionCodeForCountryCode(util.parse(e164, "ZZ").getCountryCode());
    } catch (NumberParseException e) {
      return "ZZ";
    }
  }

  @Override
  public String toString() {
    return "PhoneNumber[private]";
  }
}
