package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.message.Choices.Choice;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.Offer;
import ai.therapysync.conversation.message.Tap;
import ai.therapysync.conversation.message.Understanding;
import ai.therapysync.conversation.message.Understanding.Chosen;
import ai.therapysync.conversation.message.Understanding.Late;
import ai.therapysync.conversation.message.Understanding.Literal;
import ai.therapysync.conversation.occasion.Asked;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Understands a message as one of the answers that were offered: a tapped button, its figure, or
 * its label. A tap counts for the question with which the button went out, as long as that is open,
 * and never for a later one; words count for the last thing that we said.
 */
final class Choosing {
  /** What a button of a template may say in place of its words: "7", "1A". */
  private static final Pattern FIGURE = Pattern.compile("[0-9]{1,2}[A-Za-z]?");

  Understanding read(InboundMessage message, Circumstances at) {
    Optional<UUID> tapped = offer(message);
    if (tapped.isPresent()) {
      return isOpen(tapped.get(), at)
          ? new Chosen(message.tap().orElseThrow().answer(), message.text())
          : new Late();
    }
    Optional<String> button = message.tap().map(Tap::answer);
    return button
        .flatMap(id -> meant(id, at))
        .or(() -> meant(message.text(), at))
        .map(choice -> new Chosen(choice.answer(), choice.label()))
        .or(() ->
            button
                .filter(id -> FIGURE.matcher(id).matches())
                .map(figure -> new Chosen(figure, message.text())))
        .<Understanding>map(chosen -> chosen)
        .orElseGet(Literal::new);
  }

  /** Whether it is a button of ours, which is meant for the question that it came with alone. */
  static Optional<UUID> offer(InboundMessage message) {
    return message.tap().flatMap(Tap::offer);
  }

  /** Whether the offer belongs to what we said last. */
  static boolean isLast(UUID offer, Circumstances at) {
    return last(at).map(Offer::id).filter(offer::equals).isPresent();
  }

  private static boolean isOpen(UUID offer, Circumstances at) {
    return isLast(offer, at) || asked(at).flatMap(Asked::offer).filter(offer::equals).isPresent();
  }

  private static Optional<Choice> meant(String words, Circumstances at) {
    return last(at).flatMap(offer -> offer.choices().meant(words));
  }

  /** Where something else has been asked since, which is still on its way, it is over. */
  private static Optional<Offer> last(Circumstances at) {
    return at.offered()
        .filter(said -> asked(at).filter(asked -> asked.at().isAfter(said.at())).isEmpty())
        .map(Offered::offer);
  }

  private static Optional<Asked> asked(Circumstances at) {
    return at.sender() instanceof Sender.Known(Writer writer)
        ? writer.asked().filter(asked -> asked.isOpenAt(at.now()))
        : Optional.empty();
  }
}
