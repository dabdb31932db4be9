package ai.therapysync.gateway.channel.email;

import ai.therapysync.conversation.message.OutboundMessage;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/**
 * One mail. Its {@code Message-ID} is made of our own id, so that a mail sent again is recognised
 * as the same one. Private: never printed.
 */
final class Letter extends MimeMessage {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final String messageId;

  Letter(Session session, OutboundMessage message, String from, String idHost, Instant at)
      throws MessagingException {
    super(session);
    this.messageId = messageId(message, idHost);
    setFrom(new InternetAddress(from));
    setRecipient(RecipientType.TO, recipient(message.to().value()));
    setSubject(message.subject().replaceAll("\\p{Cntrl}+", " ").strip(), UTF_8);
    setSentDate(Date.from(at));
    setHeader("Auto-Submitted", "auto-generated");
    if (message.crisis()) {
      setHeader("Importance", "high");
    }
    setContent(alternatives(message.text().replace("\u0000", "")));
    saveChanges();
  }

  static String messageId(OutboundMessage message, String idHost) {
    return "<" + message.id() + "@" + idHost + ">";
  }

  /** Reads an address strictly; a domain in another script is written as DNS has it. */
  static InternetAddress recipient(String written) throws AddressException {
    int at = written.lastIndexOf('@');
    try {
      String domain = IDN.toASCII(written.substring(at + 1));
      return new InternetAddress(written.substring(0, at + 1) + domain, true);
    } catch (IllegalArgumentException e) {
      throw new AddressException("The domain is not one");
    }
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static MimeMultipart alternatives(String text) throws MessagingException {
    MimeBodyPart plain = new MimeBodyPart();
    plain.setText(text, UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(MailText.html(text), UTF_8, "html");
    return new MimeMultipart("alternative", plain, html);
  }
}
