package ai.therapysync.conversation.practice.contact;

import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How somebody is reached, read out of a text. Private: never printed.
 *
 * @param rest what else was written, part by part
 */
record Way(Optional<PhoneNumber> phone, Optional<EmailAddress> email, List<String> rest) {
  private static final Pattern MAIL =
      Pattern.compile("[^\\s@<>,;:()]+@[^\\s@<>,;:()]+\\.[^\\s@<>,;:()]*[^\\s@<>,;:().!?]");
  private static final int MOST_DIGITS_OF_NO_NUMBER = 4;

  /** The first number and the first address in it; empty where there is neither. */
  static Optional<Way> in(String text, String region) {
    String left = text;
    Matcher mail = MAIL.matcher(left);
    Optional<EmailAddress> email =
        mail.find() ? EmailAddress.parse(mail.group()) : Optional.empty();
    if (email.isPresent()) {
      left = left.substring(0, mail.start()) + "," + left.substring(mail.end());
    }
    Optional<PhoneNumber> phone = Optional.empty();
    for (PhoneNumberMatch match :
        PhoneNumberUtil.getInstance().findNumbers(left, region, Leniency.POSSIBLE, 8)) {
      phone = PhoneNumber.parse(match.rawString(), region);
      left = left.substring(0, match.start()) + "," + left.substring(match.end());
      break;
    }
    return phone.isPresent() || email.isPresent()
        ? Optional.of(new Way(phone, email, parts(left)))
        : Optional.empty();
  }

  /** Whether a text that holds no usable way was meant as one. */
  static boolean isAttempt(String text) {
    return text.indexOf('@') >= 0
        || text.codePoints().filter(Character::isDigit).count() > MOST_DIGITS_OF_NO_NUMBER;
  }

  private static List<String> parts(String left) {
    return new ArrayList<>(
        Arrays.stream(left.split("[,;:()\\n\u060C\uFF0C\u3001]+", -1))
            .map(String::strip)
            .filter(part -> part.codePoints().anyMatch(Character::isLetter))
            .toList());
  }

  @Override
  public String toString() {
    return "Way[private]";
  }
}
