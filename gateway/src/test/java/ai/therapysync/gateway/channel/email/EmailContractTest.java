package ai.therapysync.gateway.channel.email;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.gateway.channel.Channel;
import ai.therapysync.gateway.channel.ChannelContract;
import ai.therapysync.gateway.config.SmtpSettings;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** E-mail as a channel: GreenMail takes what is accepted, a scripted server does the rest. */
final class EmailContractTest extends ChannelContract {
  private final GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final ScriptedSmtp script = new ScriptedSmtp();
  private boolean scripted;

  EmailContractTest() {
    post.start();
  }

  @AfterEach
  void stop() throws IOException {
    post.stop();
    script.close();
  }

  @Override
  protected Channel channel() {
    return to(scripted ? script.port() : post.getSmtp().getPort());
  }

  @Override
  protected Channel unreachable() {
    return to(closedPort());
  }

  @Override
  protected ChannelName name() {
    return ChannelName.EMAIL;
  }

  @Override
  protected Address recipient() {
    return new Address.OfMail(new EmailAddress("tom.private@friends.example"));
  }

  @Override
  protected void providerAccepts() {
    scripted = false;
  }

  @Override
  protected void providerRefusesAddress() {
    scripted = true;
    script.replies("RCPT", "550 5.1.1 tom.private@friends.example is unknown");
  }

  @Override
  protected void providerIsBusy() {
    scripted = true;
    script.replies("RCPT", "451 4.7.1 greylisted tom.private@friends.example");
  }

  @Override
  protected void providerKeepsSilent() {
    scripted = true;
    script.replies("RCPT", "250 ok").replies("END", "HANG");
  }

  @Override
  protected void providerHangsUp() {
    scripted = true;
    script.replies("RCPT", "250 ok").replies("END", "CLOSE");
  }

  @Override
  protected List<String> idsSeen() {
    return Stream.of(post.getReceivedMessages()).map(EmailContractTest::id).toList();
  }

  private static String id(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Channel to(int port) {
    SmtpSettings settings =
        new SmtpSettings(
            "127.0.0.1", port, false, Optional.empty(), "TherapySync <no-reply@gateway.example>");
    return new EmailChannel(settings, "gateway.example", CLOCK, LIMIT);
  }
}
