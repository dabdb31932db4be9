package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import org.jdbi.v3.core.Handle;

/** A message that goes out in parts, each of which has attempts of its own. */
final class PartRows {
  private PartRows() {}

  /** How far all the parts of a message have come, each by its best attempt. */
  static DeliveryStatus status(Handle handle, UUID message) {
    Map<Integer, DeliveryStatus> parts = new HashMap<>();
    handle
        .createQuery(
            "SELECT o.part, coalesce(d.status, 'queued') AS status FROM gateway.outbox o"
                + " LEFT JOIN gateway.deliveries d ON d.outbox_id = o.id AND d.status <> 'failed'"
                + " WHERE o.message_id = :message AND o.template IS NULL")
        .bind("message", message)
        .map((row, _) -> Map.entry(row.getInt("part"), DeliveryStatus.of(row.getString("status"))))
        .forEach(attempt ->
            parts.merge(
                attempt.getKey(),
                attempt.getValue(),
                BinaryOperator.maxBy(Comparator.naturalOrder())));
    return DeliveryStatus.ofParts(parts.values());
  }
}
