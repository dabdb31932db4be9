package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.crisis.risk.Utterance;
import java.time.Duration;
import java.util.Set;

/** Messages whose meaning no program of ours can tell: a voice note, a picture without a word. */
final class Unheard {
  private static final Set<MessageType> TELLING =
      Set.of(MessageType.AUDIO, MessageType.VIDEO, MessageType.IMAGE, MessageType.DOCUMENT);

  /** Of several in a row operators are alarmed once. */
  private static final Duration IN_A_ROW = Duration.ofMinutes(5);

  private Unheard() {}

  /** Whether it is one. */
  static boolean is(InboundMessage message) {
    return message.text().isBlank() && TELLING.contains(message.type());
  }

  /** Whether it is the first for a while. */
  static boolean isFirst(Arrival arrival) {
    return arrival.writer().before().stream()
        .filter(said -> said.speaker() == Utterance.Speaker.PERSON && said.text().isBlank())
        .noneMatch(said -> said.at().plus(IN_A_ROW).isAfter(arrival.at().now()));
  }
}
