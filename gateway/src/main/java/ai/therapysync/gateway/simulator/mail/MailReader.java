package ai.therapysync.gateway.simulator.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** Reads what a mail client would show. */
final class MailReader {
  private MailReader() {}

  static Mail read(MimeMessage message, String to, Instant at)
      throws MessagingException, IOException {
    return new Mail(
        Optional.ofNullable(message.getMessageID()).orElse(""),
        Optional.ofNullable(message.getFrom()).stream()
            .flatMap(Arrays::stream)
            .map(MailReader::shown)
            .findFirst()
            .orElse(""),
        to,
        Optional.ofNullable(message.getSubject()).orElse(""),
        text(message).orElse("").strip(),
        at);
  }

  private static Optional<String> text(Part part) throws MessagingException, IOException {
    if (part.isMimeType("text/plain")) {
      return Optional.of(String.valueOf(part.getContent()));
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        Optional<String> found = text(parts.getBodyPart(i));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static String shown(Address address) {
    return address instanceof InternetAddress internet
        ? internet.toUnicodeString()
        : address.toString();
  }
}
