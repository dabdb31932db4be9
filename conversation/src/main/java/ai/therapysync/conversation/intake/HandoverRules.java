package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.handover.HandoverWords;
import ai.therapysync.conversation.handover.Hold;
import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Hands a conversation over to a human when the person asks for one, and back when they say so. */
final class HandoverRules {
  private final HandoverWords words = new HandoverWords();
  private final QuickAnswers quick = new QuickAnswers();
  private final CrisisDesk desk;
  private final Duration patience;

  HandoverRules(CrisisDesk desk, Duration patience) {
    this.desk = desk;
    this.patience = patience;
  }

  /**
   * An ordinary message.
   *
   * @return false when it is about something else
   */
  boolean take(Arrival arrival, Findings findings) {
    Writer writer = arrival.writer();
    String text = arrival.message().text();
    if (writer.hold() == Hold.AWAITED && words.goesOn(text, writer.language())) {
      findings.number(new NumberChange.TakenBack());
      findings.gate("takeover", "given_back", "the person goes on with the AI");
      findings.answer(Kind.HANDOVER, words.back(writer.language()));
      return true;
    }
    if (writer.hold() == Hold.NOBODY && words.asksForHuman(text, writer.language())) {
      handOver(arrival, findings);
      return true;
    }
    return false;
  }

  private void handOver(Arrival arrival, Findings findings) {
    Writer writer = arrival.writer();
    Instant now = arrival.at().now();
    Instant remindAt = writer.settings().hours().nextOpening(now).plus(patience);
    findings.number(new NumberChange.HandedOver(remindAt));
    findings.follows(
        desk.alarm(
            Notice.Reason.HUMAN_ASKED,
            new AlertSubject.OfPerson(writer.id().value()),
            arrival.at().operators()));
    findings.gate("takeover", "asked_for", "the person asked for a human; operators alerted");
    String line =
        desk.words()
            .crisisLineSentence(
                writer.language(), arrival.person().region(), arrival.person().mainRegion());
    boolean back = writer.settings().autoResponses();
    findings.answer(
        Kind.HANDOVER,
        words.asked(writer.language(), line, back),
        Optional.of(quick.goOn(writer.language())).filter(_ -> back));
  }
}
