package ai.therapysync.gateway.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes wrong, with whom and how often. */
final class TroublesTest {
  private static final Line MAYA = new Line(ChannelName.SMS, "+12025550141", "+12025550100");
  private static final Line TOM = new Line(ChannelName.SMS, "+12025550142", "+12025550100");
  private static final Line BY_META = new Line(ChannelName.WHATSAPP, "+12025550141", "1065403");

  private final Troubles troubles = new PhoneNetwork(InstantSource.system()).troubles();

  @Test
  void theNextTimesAreCountedDownAndThenItWorks() {
    troubles.begin(Trouble.next(2, Fault.BROKEN));
    assertThat(troubles.strikes(Fault.THROTTLED, MAYA)).isFalse();
    assertThat(troubles.strikes(Fault.BROKEN, MAYA)).isTrue();
    assertThat(troubles.strikes(Fault.BROKEN, TOM)).isTrue();
    assertThat(troubles.strikes(Fault.BROKEN, MAYA)).isFalse();
    assertThat(troubles.all()).isEmpty();
  }

  @Test
  void itStrikesWhereItIsMeantTo() {
    troubles.begin(Trouble.chance(100, Fault.BROKEN).with(Provider.META));
    troubles.begin(Trouble.always(Fault.SILENT, TOM.phone()));
    troubles.begin(Trouble.next(5, Fault.CROWDED));
    assertThat(troubles.strikes(Fault.BROKEN, MAYA)).isFalse();
    assertThat(troubles.strikes(Fault.BROKEN, BY_META)).isTrue();
    assertThat(troubles.strikes(Fault.SILENT, MAYA)).isFalse();
    assertThat(troubles.strikes(Fault.SILENT, TOM)).isTrue();
    assertThat(troubles.strikes(Fault.CROWDED, MAYA)).isFalse();
    assertThat(troubles.strikes(Fault.CROWDED, BY_META)).isTrue();
    assertThatThrownBy(() -> Trouble.next(1, Fault.CROWDED).with(Provider.TWILIO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameSeedRepeatsARunHoweverTheLinesMingle() {
    troubles.begin(Trouble.chance(30, Fault.LOST_ANSWER));
    List<Boolean> maya = throwsFor(MAYA);
    List<Boolean> tom = throwsFor(TOM);
    troubles.seed(troubles.seed());
    List<Boolean> mingled = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      troubles.strikes(Fault.LOST_ANSWER, TOM);
      mingled.add(troubles.strikes(Fault.LOST_ANSWER, MAYA));
    }
    assertThat(mingled).isEqualTo(maya).isNotEqualTo(tom);
    assertThat(maya.stream().filter(hit -> hit).count()).isBetween(250L, 350L);
    troubles.seed(2);
    assertThat(throwsFor(MAYA)).isNotEqualTo(maya);
  }

  private List<Boolean> throwsFor(Line line) {
    return IntStream.range(0, 1_000)
        .mapToObj(_ -> troubles.strikes(Fault.LOST_ANSWER, line))
        .toList();
  }
}
