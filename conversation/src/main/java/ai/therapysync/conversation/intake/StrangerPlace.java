package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.crisis.people.PhoneNumber;

/**
 * Where a stranger's number is at home.
 *
 * @param region ISO 3166, {@code ZZ} when unknown
 * @param mainRegion the main country of its calling code
 */
record StrangerPlace(String region, String mainRegion) {
  static StrangerPlace of(InboundMessage message) {
    return message.from() instanceof Address.OfNumber(PhoneNumber number)
        ? new StrangerPlace(number.region(), number.mainRegion())
        : new StrangerPlace("ZZ", "ZZ");
  }
}
