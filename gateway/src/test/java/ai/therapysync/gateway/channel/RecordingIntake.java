package ai.therapysync.gateway.channel;

import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.InboundMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An intake that keeps what it is given. */
public final class RecordingIntake implements Intake {
  public final List<InboundMessage> messages = new CopyOnWriteArrayList<>();
  public final List<StatusReport> reports = new CopyOnWriteArrayList<>();

  @Override
  public void receive(InboundMessage message) {
    messages.add(message);
  }

  @Override
  public void report(StatusReport report) {
    reports.add(report);
  }
}
