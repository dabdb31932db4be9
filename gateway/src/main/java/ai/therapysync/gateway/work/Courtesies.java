package ai.therapysync.gateway.work;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.conversation.turn.TurnId;
import ai.therapysync.conversation.turn.Typing;
import ai.therapysync.gateway.channel.Courtesy;
import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.conversation.CourtesyBook;
import ai.therapysync.persistence.conversation.CourtesyBook.Message;
import ai.therapysync.persistence.database.Lane;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people that they are read and that we write, where that is switched on: beside everything
 * else, on threads of its own, a few at a time, and never by what operators have switched off.
 */
public final class Courtesies implements Typing {
  private static final Logger LOG = LoggerFactory.getLogger(Courtesies.class);

  /** Beyond so many at once the next ones are left out. */
  private static final int AT_ONCE = 32;

  private final Map<Provider, Courtesy> ways;
  private final CourtesyBook book;
  private final Semaphore free = new Semaphore(AT_ONCE);

  /** By the providers whose courtesies are switched on. */
  public Courtesies(Map<Provider, Courtesy> ways, CourtesyBook book) {
    this.ways = Map.copyOf(ways);
    this.book = book;
  }

  /** A message is stored, with all that follows from it. */
  public void seen(InboundMessage message) {
    if (message.channel() == ChannelName.WHATSAPP && ways.containsKey(message.provider())) {
      Message one = new Message(message.provider(), message.channel(), message.providerId());
      aside(() -> Optional.of(one), Courtesy::seen);
    }
  }

  @Override
  public void begins(TurnId turn) {
    if (!ways.isEmpty()) {
      aside(() -> book.latest(turn.value()), Courtesy::typing);
    }
  }

  private void aside(Supplier<Optional<Message>> which, BiConsumer<Courtesy, String> courtesy) {
    if (!free.tryAcquire()) {
      return;
    }
    Thread.ofVirtual()
        .name("courtesy")
        .start(() -> {
          try {
            Optional<Message> message =
                Lane.ordinary(which).filter(one -> !Lane.ordinary(() -> book.isOff(one)));
            message
                .filter(one -> one.channel() == ChannelName.WHATSAPP)
                .ifPresent(one ->
                    Optional.ofNullable(ways.get(one.provider()))
                        .ifPresent(way -> courtesy.accept(way, one.id())));
          } catch (RuntimeException e) {
            LOG.debug("A courtesy was left out: {}", Failures.describe(e));
          } finally {
            free.release();
          }
        });
  }
}
