package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.InboundMessage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a stranger is at home, by their number; by the id that Meta gives who hides theirs, which
 * begins with the country.
 *
 * @param region ISO 3166, {@code ZZ} when unknown
 * @param mainRegion the main country of its calling code
 */
record StrangerPlace(String region, String mainRegion) {
  private static final Pattern USER_ID = Pattern.compile("([A-Z]{2})\\.[A-Za-z0-9]+");

  static StrangerPlace of(InboundMessage message) {
    return switch (message.from()) {
      case Address.OfNumber(var number) -> new StrangerPlace(number.region(), number.mainRegion());
      case Address.OfHandle(String handle) -> {
        Matcher id = USER_ID.matcher(handle);
        String region = id.matches() ? id.group(1) : "ZZ";
        yield new StrangerPlace(region, region);
      }
      case Address.OfMail _ -> new StrangerPlace("ZZ", "ZZ");
    };
  }
}
