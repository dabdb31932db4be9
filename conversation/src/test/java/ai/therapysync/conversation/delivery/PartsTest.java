package ai.therapysync.conversation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PartsTest {
  @Test
  void whatFitsStaysOneMessageAsItIs() {
    String full = "x".repeat(1_600);
    assertThat(Parts.of(ChannelName.SMS, full)).containsExactly(full);
    assertThat(Parts.of(ChannelName.WHATSAPP, full)).containsExactly(full);
    assertThat(Parts.of(ChannelName.SMS, "well…")).containsExactly("well…");
    assertThat(Parts.of(ChannelName.EMAIL, full + full)).containsExactly(full + full);
  }

  @Test
  void whatDoesNotIsCutAndNumbered() {
    String text = "One more sentence of an answer that goes on. ".repeat(56);
    for (ChannelName channel : List.of(ChannelName.SMS, ChannelName.WHATSAPP)) {
      List<String> parts = Parts.of(channel, text);
      assertThat(parts).hasSize(2).allMatch(part -> part.length() <= 1_600);
      assertThat(parts.get(0)).startsWith("(1/2) One").endsWith("goes on.");
      assertThat(parts.get(1)).startsWith("(2/2) One").endsWith("goes on.");
    }
  }

  @Test
  void aCharacterOfTwoUnitsCountsTwiceAndIsNeverCut() {
    List<String> parts = Parts.of(ChannelName.SMS, "🙂".repeat(900));
    assertThat(parts).hasSize(2).allMatch(part -> part.length() <= 1_600);
    assertThat(String.join("", parts).codePoints().filter(c -> c == "🙂".codePointAt(0)).count())
        .isEqualTo(900);
  }

  @Test
  void dotsThatGrowOnTheirWayAreCountedAsTheyArrive() {
    List<String> parts = Parts.of(ChannelName.SMS, "well… ".repeat(260));
    assertThat(parts).hasSize(2).allMatch(part -> Gsm.plain(part).length() <= 1_600);
    assertThat(Parts.of(ChannelName.WHATSAPP, "well… ".repeat(260))).hasSize(1);
  }

  @Test
  void theLastPartHasRoomForTheAnswersBelowIt() {
    Choices choices = new QuickAnswers().yesNo(Language.ENGLISH);
    for (ChannelName channel : List.of(ChannelName.SMS, ChannelName.WHATSAPP)) {
      for (int length = 1_560; length < 1_640; length++) {
        List<String> parts = Parts.of(channel, "a".repeat(length), Optional.of(choices));
        assertThat(choices.numbered(parts.getLast())).hasSizeLessThanOrEqualTo(1_600);
      }
    }
  }
}
