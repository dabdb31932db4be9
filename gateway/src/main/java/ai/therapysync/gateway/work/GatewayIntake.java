package ai.therapysync.gateway.work;

import ai.therapysync.conversation.Conversations;
import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.Outbox;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.gateway.channel.Intake;
import java.util.function.Consumer;

/** Takes what channels hand over: committed to the database when it returns, and work is woken. */
public final class GatewayIntake implements Intake {
  private final Conversations conversations;
  private final Outbox outbox;
  private final Consumer<InboundMessage> stored;
  private final Wake wake;

  /**
   * With the conversation's front door, and the outbox whose statuses move on.
   *
   * @param stored hears of every message that is stored; it must not hold anything up
   */
  public GatewayIntake(
      Conversations conversations, Outbox outbox, Consumer<InboundMessage> stored, Wake wake) {
    this.conversations = conversations;
    this.outbox = outbox;
    this.stored = stored;
    this.wake = wake;
  }

  @Override
  public void receive(InboundMessage message) {
    switch (conversations.receive(message)) {
      case CRISIS -> wake.up();
      case AT_ONCE -> wake.ordinary();
      case LATER -> {}
    }
    stored.accept(message);
  }

  @Override
  public void report(StatusReport report) {
    outbox.report(report);
    // What arrived leaves nothing to do; what failed may ask for the next rung.
    if (report.status().filter(status -> status == DeliveryStatus.FAILED).isPresent()) {
      wake.up();
    }
  }
}
