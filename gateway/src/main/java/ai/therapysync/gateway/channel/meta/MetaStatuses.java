package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.Provider;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads Meta's statuses; our own id comes back in them as we sent it. */
final class MetaStatuses {
  /** The field by which our id travels, there and back. */
  static final String OUR_ID = "biz_opaque_callback_data";

  private MetaStatuses() {}

  /** What is odd in a status is kept and changes nothing. */
  static StatusReport parse(JsonNode status, Instant at) {
    String word = MetaJson.name(status, "status");
    Optional<String> error =
        Optional.of(MetaJson.name(status.path("errors").path(0), "code"))
            .filter(code -> !code.isEmpty());
    return new StatusReport(
        Provider.META,
        ourId(MetaJson.name(status, OUR_ID)),
        MetaJson.id(status),
        status(word),
        word.isEmpty() ? "unsupported" : word,
        error,
        error
            .filter(code -> MetaCodes.isThrottled(code) || MetaCodes.isRepeatable(code))
            .isPresent(),
        error.filter(MetaCodes::isPermanent).isPresent(),
        at);
  }

  /** Empty for a word that is not known. */
  private static Optional<DeliveryStatus> status(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "accepted" -> Optional.of(DeliveryStatus.QUEUED);
      case "sent" -> Optional.of(DeliveryStatus.SENT);
      case "delivered" -> Optional.of(DeliveryStatus.DELIVERED);
      case "read" -> Optional.of(DeliveryStatus.READ);
      case "failed" -> Optional.of(DeliveryStatus.FAILED);
      default -> Optional.empty();
    };
  }

  private static Optional<OutboundId> ourId(String written) {
    try {
      return Optional.of(new OutboundId(UUID.fromString(written)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
