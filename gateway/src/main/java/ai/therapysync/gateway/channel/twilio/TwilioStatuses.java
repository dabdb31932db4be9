package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.Provider;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads Twilio's statuses; our own id comes back in the query of the callback's address. */
final class TwilioStatuses {
  private static final String OUR_ID = "m=";

  private TwilioStatuses() {}

  /** The query by which a callback's address carries our id. */
  static String query(OutboundId id) {
    return OUR_ID + id;
  }

  /** Empty when the form names no message. */
  static Optional<StatusReport> parse(TwilioForm form, String query, Instant at) {
    String id = TwilioParser.providerId(form);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    String word = form.text("MessageStatus", "SmsStatus").strip();
    String code = form.text("ErrorCode").strip();
    Optional<String> error =
        code.isEmpty() || code.equals("0") ? Optional.empty() : Optional.of(code);
    return Optional.of(
        new StatusReport(
            Provider.TWILIO,
            ourId(query),
            id,
            status(word),
            word,
            error,
            TwilioCodes.isThrottled(code),
            TwilioCodes.isPermanent(code),
            at));
  }

  /** Empty for a word that is not known, and for those of inbound messages. */
  static Optional<DeliveryStatus> status(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "accepted", "scheduled", "queued", "sending" -> Optional.of(DeliveryStatus.QUEUED);
      case "sent" -> Optional.of(DeliveryStatus.SENT);
      case "delivered" -> Optional.of(DeliveryStatus.DELIVERED);
      case "read" -> Optional.of(DeliveryStatus.READ);
      case "undelivered", "failed", "canceled" -> Optional.of(DeliveryStatus.FAILED);
      default -> Optional.empty();
    };
  }

  private static Optional<OutboundId> ourId(String query) {
    return Stream.of(query.split("&"))
        .filter(pair -> pair.startsWith(OUR_ID))
        .flatMap(pair -> uuid(pair.substring(OUR_ID.length())).stream())
        .map(OutboundId::new)
        .findFirst();
  }

  private static Optional<UUID> uuid(String written) {
    try {
      return Optional.of(UUID.fromString(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
