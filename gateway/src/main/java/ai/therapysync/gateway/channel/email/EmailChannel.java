package ai.therapysync.gateway.channel.email;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.Channel;
import ai.therapysync.gateway.channel.Fate;
import ai.therapysync.gateway.channel.Intake;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.SendOutcome.Accepted;
import ai.therapysync.gateway.channel.SendOutcome.Reason;
import ai.therapysync.gateway.channel.SendOutcome.Rejected;
import ai.therapysync.gateway.channel.TimeLimit;
import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.SmtpSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** E-mail by SMTP: out only, and nobody can be asked afterwards. */
public final class EmailChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);

  private final SmtpSettings settings;
  private final String idHost;
  private final InstantSource clock;
  private final Duration limit;

  /**
   * A channel whose calls take at most 9 s.
   *
   * @param idHost the host that stands in {@code Message-ID}: our public address's
   */
  public EmailChannel(SmtpSettings settings, String idHost, InstantSource clock) {
    this(settings, idHost, clock, Duration.ofSeconds(9));
  }

  EmailChannel(SmtpSettings settings, String idHost, InstantSource clock, Duration limit) {
    this.settings = settings;
    this.idHost = idHost;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public Provider provider() {
    return Provider.SMTP;
  }

  @Override
  public Set<ChannelName> carries() {
    return Set.of(ChannelName.EMAIL);
  }

  @Override
  public List<Webhook> open(Intake intake) {
    return List.of();
  }

  @Override
  public SendOutcome send(OutboundMessage message) {
    if (!(message.to() instanceof Address.OfMail)) {
      return new Rejected(Reason.ADDRESS, "553", "Mail goes to mail addresses only");
    }
    Session session = SmtpPost.session(settings, idHost, limit);
    try {
      Letter letter = new Letter(session, message, settings.from(), idHost, clock.instant());
      SmtpPost post = new SmtpPost(settings, session);
      Accepted accepted = new Accepted(Letter.messageId(message, idHost), DeliveryStatus.SENT);
      return TimeLimit.within(
          limit,
          () -> deliver(post, letter).orElse(accepted),
          () -> SmtpReplies.lost(!post.giveUp()));
    } catch (AddressException e) {
      return new Rejected(Reason.ADDRESS, "553", "This is not a mail address");
    } catch (MessagingException e) {
      return new Rejected(Reason.CONTENT, "554", "This text can't be written as a mail");
    }
  }

  @Override
  public Fate ask(OutboundMessage message, Instant since, Predicate<String> known) {
    return new Fate.CannotAsk();
  }

  /** What went wrong; empty when the server has taken the mail. */
  private Optional<SendOutcome> deliver(SmtpPost post, Letter letter) {
    try {
      post.deliver(letter);
      return Optional.empty();
    } catch (MessagingException e) {
      boolean mayHaveLeft = !post.giveUp();
      int lastCode = post.getLastReturnCode();
      return Optional.of(SmtpReplies.failure(e, mayHaveLeft, lastCode, clock.instant()));
    } finally {
      close(post);
    }
  }

  /** A farewell that fails changes nothing about a mail that was taken. */
  private static void close(SmtpPost post) {
    try {
      post.close();
    } catch (MessagingException e) {
      LOG.debug("A mail server did not take leave: {}", e.getClass().getSimpleName());
    }
  }
}
