package ai.therapysync.conversation.turn;

import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.reply.ReplyRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A turn that has been taken, and all that its answer is written from.
 *
 * @param request what the writer gets; its memories and history are loaded
 * @param asked the question that is open
 * @param work what the person works on
 * @param concern a waiting message is a concern: answered at once, and with the line
 * @param late a waiting message reached us long after it was written
 * @param mainRegion main country of the number's calling code
 * @param held why no answer may be written now; empty when one may
 * @param standIns what stands in for a setting that makes no sense, a clause each, for the timeline
 * @param awayTold the opening for which the person has had an away message already
 */
public record TurnSituation(
    TurnId id,
    ReplyRequest request,
    Optional<Asked> asked,
    Work work,
    boolean concern,
    boolean late,
    String mainRegion,
    Optional<String> held,
    List<String> standIns,
    Optional<Instant> awayTold,
    Instant now) {
  /** The same, where the answer says that an AI is speaking. */
  TurnSituation introducing() {
    return new TurnSituation(
        id,
        request.introducing(),
        asked,
        work,
        concern,
        late,
        mainRegion,
        held,
        standIns,
        awayTold,
        now);
  }

  /** The same without the taps that answer nothing that was asked. */
  TurnSituation withoutLate() {
    return new TurnSituation(
        id,
        request.withoutLate(),
        asked,
        work,
        concern,
        late,
        mainRegion,
        held,
        standIns,
        awayTold,
        now);
  }

  /** The same for the skills, in that climate. */
  public Occasion occasion(Climate climate) {
    return new Occasion(
        request.person(),
        request.toAnswer().stream()
            .map(ReplyRequest.Incoming::text)
            .collect(Collectors.joining("\n")),
        asked.filter(question -> question.isOpenAt(now)),
        work,
        climate,
        now);
  }
}
