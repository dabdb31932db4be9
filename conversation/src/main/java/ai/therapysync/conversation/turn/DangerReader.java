package ai.therapysync.conversation.turn;

import ai.therapysync.conversation.reply.Danger;
import ai.therapysync.conversation.reply.ReplyRequest;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import ai.therapysync.crisis.screening.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads from the messages that wait what a concern is about: the screen's gravest finding. */
final class DangerReader {
  private final Screen screen;

  DangerReader(Screen screen) {
    this.screen = screen;
  }

  Optional<Danger> read(TurnSituation turn) {
    ReplyRequest request = turn.request();
    List<Utterance> before = new ArrayList<>(request.history());
    Assessment gravest = Assessment.none();
    for (Incoming incoming : request.toAnswer()) {
      Utterance said = new Utterance(Speaker.PERSON, incoming.text(), turn.now());
      Assessment seen =
          screen.assess(said, List.copyOf(before), Optional.of(request.person().language()));
      gravest = seen.level().compareTo(gravest.level()) > 0 ? seen : gravest;
      before.add(said);
    }
    return Danger.of(gravest);
  }
}
