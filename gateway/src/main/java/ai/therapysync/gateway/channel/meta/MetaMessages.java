package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.config.MetaSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a message; what is odd in it is kept and never throws. */
final class MetaMessages {
  private static final String NUMBER = "\\+?[0-9]{5,15}";

  /** Later, and it would be no time that a message was sent at. */
  private static final long YEAR_2100 = 4_102_444_800L;

  private final MetaSettings settings;

  MetaMessages(MetaSettings settings) {
    this.settings = settings;
  }

  InboundMessage parse(MetaNotification.Element.Message element, Instant at) {
    JsonNode message = element.message();
    JsonNode contact = contact(element);
    String sender = MetaJson.name(element.value(), "metadata", "phone_number_id");
    MetaContent content = MetaContent.of(message);
    return new InboundMessage(
        Provider.META,
        MetaJson.id(message),
        ChannelName.WHATSAPP,
        from(message, contact),
        sender.isEmpty() ? settings.phoneNumberId() : sender,
        content.type(),
        content.text(),
        content.attachments(),
        content.place(),
        Optional.empty(),
        Optional.of(MetaJson.text(contact, "profile", "name")).filter(name -> !name.isBlank()),
        content.about(),
        content.tap(),
        sentAt(message),
        at);
  }

  /**
   * A number; where Meta hides it, the id that it gives the person towards our business, which a
   * note that it has changed names only as the one before.
   */
  private static Address from(JsonNode message, JsonNode contact) {
    String written =
        Stream.of(
                MetaJson.name(message, "from"),
                MetaJson.name(contact, "wa_id"),
                MetaJson.name(message, "from_user_id"),
                MetaJson.name(contact, "user_id"),
                MetaJson.name(message, "system", "previous_user_id"))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    return Optional.of(written)
        .filter(one -> one.matches(NUMBER))
        .flatMap(one -> PhoneNumber.parse(one.startsWith("+") ? one : "+" + one, "ZZ"))
        .<Address>map(Address.OfNumber::new)
        .orElseGet(() -> new Address.OfHandle(written));
  }

  /** The message's sender among the contacts: by the id that both name, or the only one. */
  private static JsonNode contact(MetaNotification.Element.Message element) {
    JsonNode contacts = element.value().path("contacts");
    String number = MetaJson.name(element.message(), "from");
    String user = MetaJson.name(element.message(), "from_user_id");
    for (JsonNode contact : contacts) {
      boolean byNumber = !number.isEmpty() && MetaJson.name(contact, "wa_id").equals(number);
      boolean byId = !user.isEmpty() && MetaJson.name(contact, "user_id").equals(user);
      if (byNumber || byId) {
        return contact;
      }
    }
    boolean anonymous = number.isEmpty() && user.isEmpty();
    return anonymous && contacts.size() == 1 ? contacts.path(0) : contacts.path(-1);
  }

  private static Optional<Instant> sentAt(JsonNode message) {
    String seconds = MetaJson.name(message, "timestamp");
    return seconds.matches("[0-9]{1,10}") && Long.parseLong(seconds) < YEAR_2100
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
        : Optional.empty();
  }
}
