package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.Circumstances;
import ai.therapysync.conversation.intake.Inbox;
import ai.therapysync.conversation.intake.Received;
import ai.therapysync.conversation.message.InboundMessage;
import java.time.InstantSource;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * Receiving on PostgreSQL. An ordinary message of a known person costs four statements: lock,
 * person, situation, and one that writes the message with its turn and task.
 */
public final class JdbiInbox implements Inbox {
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final CircumstanceRows circumstances;
  private final ReceivedRows received;

  /** With where things are read and written. */
  public JdbiInbox(
      Jdbi jdbi, InstantSource clock, CircumstanceRows circumstances, ReceivedRows received) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.circumstances = circumstances;
    this.received = received;
  }

  @Override
  public boolean receive(InboundMessage message, Function<Circumstances, Received> rule) {
    return jdbi.inTransaction(handle -> {
      CircumstanceRows.Loaded loaded = circumstances.load(handle, message, clock.instant());
      return received.write(handle, message, loaded, rule.apply(loaded.circumstances()));
    });
  }
}
