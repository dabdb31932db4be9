package ai.therapysync.gateway.channel;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.gateway.channel.SendOutcome.Accepted;
import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Rejected;
import ai.therapysync.gateway.channel.SendOutcome.Throttled;
import ai.therapysync.gateway.channel.SendOutcome.Unknown;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What every channel does, whoever the provider is. */
public abstract class ChannelContract {
  protected static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  protected static final InstantSource CLOCK = InstantSource.fixed(NOW);

  /** Short enough for a test, long enough for a busy machine to answer on loopback. */
  protected static final Duration LIMIT = Duration.ofSeconds(2);

  private static final String WORDS = "Sam needs you now, please call";

  protected abstract Channel channel();

  /** The same channel, where nobody listens at the provider's address. */
  protected abstract Channel unreachable();

  protected abstract ChannelName name();

  protected abstract Address recipient();

  protected abstract void providerAccepts();

  /** The provider refuses the address for good, and repeats it in its sentence. */
  protected abstract void providerRefusesAddress();

  protected abstract void providerIsBusy();

  /** The provider takes all that is sent and says nothing. */
  protected abstract void providerKeepsSilent();

  /** The provider takes all that is sent and hangs up. */
  protected abstract void providerHangsUp();

  /** Our own id in each message that the provider saw, in order. */
  protected abstract List<String> idsSeen();

  @Test
  void carriesItsName() {
    assertThat(channel().carries()).contains(name());
  }

  @Test
  void anAcceptedMessageHasTheProvidersIdAndAFirstStatus() {
    providerAccepts();
    assertThat(channel().send(message(false)))
        .isInstanceOfSatisfying(
            Accepted.class, accepted -> assertThat(accepted.providerId()).isNotBlank());
  }

  @Test
  void aRefusedAddressIsRejectedForGood() {
    providerRefusesAddress();
    assertThat(channel().send(message(false)))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.reason()).isEqualTo(SendOutcome.Reason.ADDRESS));
  }

  @Test
  void aBusyProviderThrottlesUntilLater() {
    providerIsBusy();
    assertThat(channel().send(message(false)))
        .isInstanceOfSatisfying(
            Throttled.class, throttled -> assertThat(throttled.until()).isAfter(NOW));
  }

  @Test
  void withoutAnAnswerTheFateIsUnknown() {
    providerKeepsSilent();
    long began = System.nanoTime();
    assertThat(channel().send(message(true))).isInstanceOf(Unknown.class);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LIMIT.plusSeconds(5));
  }

  @Test
  void whenTheConnectionBreaksAfterwardsTheFateIsUnknown() {
    providerHangsUp();
    assertThat(channel().send(message(false))).isInstanceOf(Unknown.class);
  }

  @Test
  void whereNobodyListensTheMessageIsNotTaken() {
    assertThat(unreachable().send(message(true))).isInstanceOf(NotTaken.class);
  }

  @Test
  void ourIdStaysTheSameWhenAMessageIsSentAgain() {
    providerAccepts();
    OutboundMessage message = message(true);
    channel().send(message);
    channel().send(message);
    assertThat(idsSeen()).hasSize(2).allMatch(id -> id.contains(message.id().toString()));
  }

  @Test
  void nothingPrivateIsPrintedOrLogged() {
    List<String> printed = new ArrayList<>();
    ListAppender<ILoggingEvent> log = listen();
    for (Runnable provider : providers()) {
      provider.run();
      printed.add(channel().send(message(true)).toString());
      printed.add(channel().ask(message(true), NOW, _ -> false).toString());
    }
    printed.add(unreachable().send(message(true)).toString());
    printed.add(unreachable().ask(message(true), NOW, _ -> false).toString());
    printed.add(channel().toString());
    deafen(log);
    List.copyOf(log.list).forEach(event -> printed.add(event.getFormattedMessage()));
    assertThat(printed)
        .noneMatch(line -> line.contains(recipient().value()))
        .noneMatch(line -> line.contains(WORDS) || line.contains("Sam+needs"));
  }

  protected OutboundMessage message(boolean crisis) {
    OutboundId id = new OutboundId(UUID.randomUUID());
    return new OutboundMessage(
        id, name(), Optional.empty(), recipient(), "Please call", WORDS, crisis);
  }

  /** A port where nobody listens. */
  protected static int closedPort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Runnable> providers() {
    return List.of(
        this::providerAccepts,
        this::providerRefusesAddress,
        this::providerIsBusy,
        this::providerHangsUp);
  }

  /** All that the channels and the libraries below them write, at every level. */
  private static ListAppender<ILoggingEvent> listen() {
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    for (Logger logger : loggers()) {
      logger.setLevel(Level.TRACE);
      logger.addAppender(appender);
    }
    return appender;
  }

  /** Other tests of this JVM look at the logs as they are configured. */
  private static void deafen(ListAppender<ILoggingEvent> appender) {
    for (Logger logger : loggers()) {
      logger.setLevel(null);
      logger.detachAppender(appender);
    }
  }

  private static List<Logger> loggers() {
    return Stream.of("ai.therapysync.gateway.channel", "com.twilio", "org.eclipse")
        .map(name -> (Logger) LoggerFactory.getLogger(name))
        .toList();
  }
}
