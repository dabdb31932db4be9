package ai.therapysync.conversation.delivery;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/**
 * How far a message has come; the word is {@code whatsapp_messages.delivery_status}. Nothing goes
 * backwards: {@code read} and {@code failed} are final, {@code delivered} may still become read.
 */
public enum DeliveryStatus {
  QUEUED,
  SENT,
  DELIVERED,
  READ,
  FAILED;

  /** {@code queued}, {@code sent}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a word that {@link #word()} gave. */
  public static DeliveryStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** What a message shows that goes out in parts: how far all of them have come. */
  public static DeliveryStatus ofParts(Collection<DeliveryStatus> furthestOfEach) {
    return furthestOfEach.stream().min(Comparator.naturalOrder()).orElse(QUEUED);
  }

  /** Whether a report of {@code next} moves a message that is at this status. */
  public boolean mayBecome(DeliveryStatus next) {
    return switch (this) {
      case READ, FAILED -> false;
      case DELIVERED -> next == READ;
      case QUEUED, SENT -> next.compareTo(this) > 0;
    };
  }

  /** Whether the provider says that it arrived at the other person's device. */
  public boolean isReceipt() {
    return this == DELIVERED || this == READ;
  }
}
