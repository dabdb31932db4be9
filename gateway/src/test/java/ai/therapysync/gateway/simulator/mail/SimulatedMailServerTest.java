package ai.therapysync.gateway.simulator.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedMailServerTest {
  private final SimulatedMailServer server = SimulatedMailServer.start(0, InstantSource.system());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aMailToAnybodyIsShownWithItsPlainPart() throws Exception {
    send("Tom@demo.example");

    Mail mail =
        server
            .await(each -> each.to().equals("tom@demo.example"), Duration.ofSeconds(5))
            .orElseThrow();
    assertThat(mail.subject()).isEqualTo("Für dich");
    assertThat(mail.text()).isEqualTo("Jemand braucht dich.");
    assertThat(mail.messageId()).isEqualTo("<stable-1@demo.example>");
    assertThat(mail.from()).contains("gateway@demo.example");
    assertThat(server.mailsTo("tom@demo.example")).containsExactly(mail);
  }

  @Test
  void anAddressCanRefuseAndTakeAgain() throws Exception {
    server.refuse("tom@demo.example", true);
    assertThatThrownBy(() -> send("tom@demo.example"))
        .isInstanceOf(SendFailedException.class)
        .hasStackTraceContaining("550");
    assertThat(server.mails()).isEmpty();

    server.refuse("tom@demo.example", false);
    send("tom@demo.example");
    assertThat(server.mails()).hasSize(1);
  }

  private void send(String to) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(server.port()));
    MimeMessage message =
        new MimeMessage(Session.getInstance(properties)) {
          @Override
          protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<stable-1@demo.example>");
          }
        };
    message.setFrom(new InternetAddress("gateway@demo.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject("Für dich", "UTF-8");
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText("Jemand braucht dich.", "UTF-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setContent("<p>Jemand braucht dich.</p>", "text/html; charset=UTF-8");
    message.setContent(new MimeMultipart("alternative", plain, html));
    Transport.send(message);
  }
}
