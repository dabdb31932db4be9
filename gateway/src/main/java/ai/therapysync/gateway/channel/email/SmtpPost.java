package ai.therapysync.gateway.channel.email;

import ai.therapysync.gateway.config.SmtpSettings;
import ai.therapysync.gateway.config.SmtpSettings.Login;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection for one mail. It knows whether the end of the content was written: before that no
 * server takes a mail, after it only its answer tells.
 */
final class SmtpPost extends SMTPTransport {
  private final SmtpSettings settings;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.OPEN);

  SmtpPost(SmtpSettings settings, Session session) {
    super(session, null, "smtp", settings.implicitTls());
    this.settings = settings;
  }

  /** Upgraded to TLS where that is offered; a failed upgrade or a wrong certificate ends it. */
  static Session session(SmtpSettings settings, String ourHost, Duration limit) {
    String milliseconds = Long.toString(limit.toMillis());
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", settings.host());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
    properties.setProperty("mail.smtp.localhost", ourHost);
    properties.setProperty("mail.smtp.starttls.enable", "true");
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.connectiontimeout", milliseconds);
    properties.setProperty("mail.smtp.timeout", milliseconds);
    properties.setProperty("mail.smtp.quitwait", "false");
    return Session.getInstance(properties);
  }

  void deliver(MimeMessage mail) throws MessagingException {
    Optional<Login> login = settings.login();
    if (login.isPresent()) {
      String password = login.get().password().reveal();
      connect(settings.host(), settings.port(), login.get().user(), password);
    } else {
      connect();
    }
    sendMessage(mail, mail.getAllRecipients());
  }

  /** Keeps the mail from being completed from now on; false when it may be complete already. */
  boolean giveUp() {
    return stage.compareAndExchange(Stage.OPEN, Stage.GIVEN_UP) != Stage.COMPLETED;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    if (!stage.compareAndSet(Stage.OPEN, Stage.COMPLETED)) {
      throw new IOException("Too late: the mail was given up");
    }
    super.finishData();
  }

  /** How far the mail has come. */
  private enum Stage {
    OPEN,
    GIVEN_UP,
    COMPLETED
  }
}
