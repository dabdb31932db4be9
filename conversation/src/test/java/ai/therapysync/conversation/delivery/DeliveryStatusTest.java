package ai.therapysync.conversation.delivery;

import static ai.therapysync.conversation.delivery.DeliveryStatus.DELIVERED;
import static ai.therapysync.conversation.delivery.DeliveryStatus.FAILED;
import static ai.therapysync.conversation.delivery.DeliveryStatus.QUEUED;
import static ai.therapysync.conversation.delivery.DeliveryStatus.READ;
import static ai.therapysync.conversation.delivery.DeliveryStatus.SENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeliveryStatusTest {
  private static final Map<DeliveryStatus, Set<DeliveryStatus>> FORWARD =
      Map.of(
          QUEUED, EnumSet.of(SENT, DELIVERED, READ, FAILED),
          SENT, EnumSet.of(DELIVERED, READ, FAILED),
          DELIVERED, EnumSet.of(READ),
          READ, EnumSet.noneOf(DeliveryStatus.class),
          FAILED, EnumSet.noneOf(DeliveryStatus.class));

  @Test
  void rule06NothingGoesBackwards() {
    for (DeliveryStatus from : DeliveryStatus.values()) {
      for (DeliveryStatus to : DeliveryStatus.values()) {
        assertThat(from.mayBecome(to))
            .as("%s to %s", from, to)
            .isEqualTo(FORWARD.getOrDefault(from, Set.of()).contains(to));
      }
    }
  }

  @Test
  void aMessageInPartsIsAsFarAsTheLastOfThem() {
    assertThat(DeliveryStatus.ofParts(List.of(DELIVERED, SENT, READ))).isEqualTo(SENT);
    assertThat(DeliveryStatus.ofParts(List.of(READ, QUEUED))).isEqualTo(QUEUED);
    assertThat(DeliveryStatus.ofParts(List.of(READ, READ))).isEqualTo(READ);
  }
}
