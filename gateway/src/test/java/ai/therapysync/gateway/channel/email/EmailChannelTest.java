package ai.therapysync.gateway.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.channel.Fate;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.SendOutcome.Accepted;
import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Reason;
import ai.therapysync.gateway.channel.SendOutcome.Rejected;
import ai.therapysync.gateway.channel.SendOutcome.Throttled;
import ai.therapysync.gateway.channel.SendOutcome.Unknown;
import ai.therapysync.gateway.config.Secret;
import ai.therapysync.gateway.config.SmtpSettings;
import ai.therapysync.gateway.config.SmtpSettings.Login;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailChannelTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final OutboundId ID = new OutboundId(UUID.randomUUID());

  private final ScriptedSmtp script = new ScriptedSmtp();

  @AfterEach
  void stop() throws IOException {
    script.close();
  }

  @Test
  void rule32AMailIsPlainTextWithAnHtmlAlternative() throws Exception {
    GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
    post.start();
    try {
      SendOutcome outcome =
          send(
              plain(post.getSmtp().getPort()),
              mail("tom@x.example", "Søs: 助けて", "Für <Sam> & co:\nhttps://x.example/r/a?b=1&c=2."));
      assertThat(outcome)
          .isEqualTo(new Accepted("<" + ID + "@gateway.example>", DeliveryStatus.SENT));
      MimeMessage received = post.getReceivedMessages()[0];
      assertThat(received.getSubject()).isEqualTo("Søs: 助けて");
      assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(received.getHeader("Message-ID")).containsExactly("<" + ID + "@gateway.example>");
      assertThat(received.getSentDate()).isEqualTo(Date.from(NOW));
      assertThat(received.getFrom()[0].toString())
          .isEqualTo("TherapySync <no-reply@gateway.example>");
      MimeMultipart parts = (MimeMultipart) received.getContent();
      assertThat(parts.getContentType()).startsWith("multipart/alternative");
      assertThat(parts.getBodyPart(0).getContent().toString().replace("\r", ""))
          .isEqualTo("Für <Sam> & co:\nhttps://x.example/r/a?b=1&c=2.");
      assertThat(parts.getBodyPart(1).getContent().toString())
          .contains("Für &lt;Sam&gt; &amp; co:<br>")
          .contains("<a href=\"https://x.example/r/a?b=1&amp;c=2\">");
    } finally {
      post.stop();
    }
  }

  @Test
  void aLineBreakInTheSubjectAddsNoHeader() throws Exception {
    GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
    post.start();
    try {
      send(plain(post.getSmtp().getPort()), mail("tom@x.example", "a\r\nBcc: eve@x.example", "t"));
      assertThat(post.getReceivedMessages()).hasSize(1);
      assertThat(post.getReceivedMessages()[0].getHeader("Bcc")).isNull();
    } finally {
      post.stop();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 550 5.1.1 no, ADDRESS, 550",
    "RCPT, 552 full, ADDRESS, 552",
    "RCPT, 530 log in, ACCOUNT, 530",
    "MAIL, 550 no sender, ACCOUNT, 550",
    "DATA, 554 no, CONTENT, 554",
    "END, 554 spam, CONTENT, 554",
    "END, 550 unknown, ADDRESS, 550",
  })
  void rule32APermanentRefusalIsRejected(String command, String reply, Reason reason, String code) {
    script.replies(command, reply);
    assertThat(send(plain(script.port()), mail()))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> {
              assertThat(rejected.reason()).isEqualTo(reason);
              assertThat(rejected.code()).isEqualTo(code);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 450 later",
    "RCPT, 452 full",
    "MAIL, 451 later",
    "DATA, 451 later",
    "END, 451 later"
  })
  void rule32ATemporaryRefusalMayBeRepeated(String command, String reply) {
    script.replies(command, reply);
    assertThat(send(plain(script.port()), mail()))
        .isInstanceOfSatisfying(
            Throttled.class, t -> assertThat(t.until()).isBetween(NOW, NOW.plusSeconds(10)));
  }

  @ParameterizedTest
  @CsvSource({
    "HELLO, 421 busy",
    "HELLO, 554 no",
    "MAIL, 421 closing",
    "HELLO, CLOSE",
    "EHLO, CLOSE",
    "MAIL, CLOSE",
    "RCPT, CLOSE",
    "DATA, CLOSE",
    "END, 421 closing"
  })
  void beforeTheContentIsCompleteItIsSurelyNotTaken(String command, String reply) {
    script.replies(command, reply);
    assertThat(send(plain(script.port()), mail())).isInstanceOf(NotTaken.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELLO", "EHLO", "MAIL", "RCPT", "DATA"})
  void silenceBeforeTheContentIsNotTaken(String command) {
    script.replies(command, "HANG");
    EmailChannel impatient =
        new EmailChannel(
            plain(script.port()),
            "gateway.example",
            InstantSource.fixed(NOW),
            Duration.ofMillis(500));
    assertThat(impatient.send(mail())).isInstanceOf(NotTaken.class);
  }

  @Test
  void aFarewellThatIsNotAnsweredChangesNothing() {
    script.replies("QUIT", "HANG");
    assertThat(send(plain(script.port()), mail())).isInstanceOf(Accepted.class);
  }

  @Test
  void afterTheContentOnlyTheAnswerTells() {
    script.replies("END", "CLOSE");
    assertThat(send(plain(script.port()), mail())).isInstanceOf(Unknown.class);
  }

  @Test
  void rule32WhereTlsIsOfferedNothingGoesWithoutIt() {
    script.replies("EHLO", "250-hi\n250 STARTTLS").replies("STARTTLS", "454 not now");
    assertThat(send(plain(script.port()), mail())).isInstanceOf(NotTaken.class);
    assertThat(script.commands()).contains("STARTTLS").doesNotContain("MAIL", "RCPT", "DATA");
  }

  @Test
  void rule32ACertificateThatNobodyVouchesForEndsIt() {
    GreenMail post = new GreenMail(ServerSetup.SMTPS.dynamicPort());
    post.start();
    try {
      SmtpSettings settings =
          new SmtpSettings(
              "127.0.0.1",
              post.getSmtps().getPort(),
              true,
              Optional.empty(),
              "no-reply@gateway.example");
      assertThat(send(settings, mail())).isInstanceOf(NotTaken.class);
      assertThat(post.getReceivedMessages()).isEmpty();
    } finally {
      post.stop();
    }
  }

  @Test
  void rule32ACertificateThatNobodyVouchesForEndsItAfterStarttlsToo() {
    script.replies("EHLO", "250-hi\n250 STARTTLS").replies("STARTTLS", "220 go").selfSigned();
    assertThat(send(plain(script.port()), mail())).isInstanceOf(NotTaken.class);
    assertThat(script.commands())
        .contains("STARTTLS", "HANDSHAKE")
        .doesNotContain("MAIL", "RCPT", "DATA");
  }

  @Test
  void rule32TheMessageIdIsOursAndTheSameWheneverAMailIsSentAgain() {
    GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
    post.start();
    try {
      send(plain(post.getSmtp().getPort()), mail());
      send(plain(post.getSmtp().getPort()), mail());
      assertThat(post.getReceivedMessages())
          .hasSize(2)
          .allSatisfy(mail ->
              assertThat(mail.getHeader("Message-ID"))
                  .containsExactly("<" + ID + "@gateway.example>"));
    } finally {
      post.stop();
    }
  }

  @Test
  void aWrongPasswordIsOurAccountsFault() {
    script.replies("EHLO", "250-hi\n250 AUTH PLAIN").replies("AUTH", "535 5.7.8 no");
    assertThat(send(withLogin(script.port()), mail()))
        .isInstanceOfSatisfying(
            Rejected.class, r -> assertThat(r.reason()).isEqualTo(Reason.ACCOUNT));
    script.replies("AUTH", "454 4.7.0 later");
    assertThat(send(withLogin(script.port()), mail())).isInstanceOf(NotTaken.class);
  }

  @Test
  void logsInWithTheUserAndPassword() {
    GreenMail post = new GreenMail(ServerSetup.SMTP.dynamicPort());
    post.start();
    try {
      post.setUser("us@gateway.example", "us", "secret");
      assertThat(send(withLogin(post.getSmtp().getPort()), mail())).isInstanceOf(Accepted.class);
    } finally {
      post.stop();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b@x.example", "tom@", "tom@x..example", "tom@x.example,eve@y.example"})
  void whatIsNoAddressIsRejected(String written) {
    assertThat(send(plain(script.port()), mail(written, "s", "t"))).isInstanceOf(Rejected.class);
    assertThat(script.commands()).isEmpty();
  }

  @Test
  void onlyMailAddressesGetMail() {
    Address number = new Address.OfNumber(new PhoneNumber("+14155550123"));
    OutboundMessage message =
        new OutboundMessage(ID, ChannelName.EMAIL, Optional.empty(), number, "s", "t", true);
    assertThat(send(plain(script.port()), message)).isInstanceOf(Rejected.class);
  }

  @Test
  void nobodyCanBeAskedAndNothingComesIn() {
    EmailChannel channel =
        new EmailChannel(plain(script.port()), "gateway.example", InstantSource.fixed(NOW));
    assertThat(channel.ask(mail(), NOW, _ -> false)).isEqualTo(new Fate.CannotAsk());
  }

  private static SendOutcome send(SmtpSettings settings, OutboundMessage message) {
    return new EmailChannel(
            settings, "gateway.example", InstantSource.fixed(NOW), Duration.ofSeconds(5))
        .send(message);
  }

  private static SmtpSettings plain(int port) {
    return new SmtpSettings(
        "127.0.0.1", port, false, Optional.empty(), "TherapySync <no-reply@gateway.example>");
  }

  private static SmtpSettings withLogin(int port) {
    Login login = new Login("us", new Secret("secret"));
    return new SmtpSettings(
        "127.0.0.1", port, false, Optional.of(login), "no-reply@gateway.example");
  }

  private static OutboundMessage mail() {
    return mail("tom@x.example", "Please call", "Sam needs you");
  }

  private static OutboundMessage mail(String to, String subject, String text) {
    Address address =
        to.matches("[^\\s@<>]+@[^\\s@<>]+")
            ? new Address.OfMail(new EmailAddress(to))
            : new Address.OfHandle(to);
    return new OutboundMessage(
        ID, ChannelName.EMAIL, Optional.empty(), address, subject, text, true);
  }
}
