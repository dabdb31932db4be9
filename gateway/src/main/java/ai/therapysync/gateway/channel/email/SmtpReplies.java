package ai.therapysync.gateway.channel.email;

import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Reason;
import ai.therapysync.gateway.channel.SendOutcome.Rejected;
import ai.therapysync.gateway.channel.SendOutcome.Throttled;
import ai.therapysync.gateway.channel.SendOutcome.Unknown;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a mail server's refusal means. Its own sentences are not passed on, for they repeat the
 * address.
 */
final class SmtpReplies {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private SmtpReplies() {}

  /**
   * Reads a failure.
   *
   * @param mayHaveLeft whether the server may have the whole content
   * @param lastCode the last reply's code, for failures that carry none
   */
  static SendOutcome failure(
      MessagingException failure, boolean mayHaveLeft, int lastCode, Instant now) {
    if (failure instanceof AuthenticationFailedException) {
      return isTemporary(lastCode)
          ? new NotTaken("The mail server can't check our login now (" + lastCode + ")")
          : refused(Reason.ACCOUNT, lastCode);
    }
    Optional<Refusal> refusal = refusal(failure);
    if (refusal.isPresent()) {
      return refusal.get().outcome(now);
    }
    return lost(mayHaveLeft);
  }

  /** No answer: only a mail that was completed can have been taken. */
  static SendOutcome lost(boolean mayHaveLeft) {
    return mayHaveLeft
        ? new Unknown("The connection to the mail server broke before it answered")
        : new NotTaken("The mail server can't be reached safely or did not answer");
  }

  /** The first reply with a code in the chain; the recipient's own comes before the summary. */
  private static Optional<Refusal> refusal(MessagingException failure) {
    Optional<Refusal> found = Optional.empty();
    for (Exception e = failure; e instanceof MessagingException m; e = m.getNextException()) {
      switch (m) {
        case SMTPAddressFailedException a -> {
          return Refusal.of(Reason.ADDRESS, a.getReturnCode());
        }
        case SMTPSenderFailedException s -> {
          return Refusal.of(Reason.ACCOUNT, s.getReturnCode());
        }
        case SMTPSendFailedException s ->
            found = found.or(() -> Refusal.of(whose(s), s.getReturnCode()));
        default -> {}
      }
    }
    return found;
  }

  /** A refusal of the whole mail: after its content, some servers name the mailbox only then. */
  private static Reason whose(SMTPSendFailedException failure) {
    boolean ofSender = failure.getCommand().startsWith("MAIL");
    return switch (failure.getReturnCode()) {
      case 550, 551, 553 -> ofSender ? Reason.ACCOUNT : Reason.ADDRESS;
      case 552, 554 -> ofSender ? Reason.ACCOUNT : Reason.CONTENT;
      default -> Reason.ACCOUNT;
    };
  }

  private static boolean isTemporary(int code) {
    return code >= 400 && code < 500;
  }

  private static Rejected refused(Reason reason, int code) {
    return new Rejected(reason, Integer.toString(code), why(reason));
  }

  private static String why(Reason reason) {
    return switch (reason) {
      case ADDRESS -> "The mail server does not know this mailbox or can't deliver to it";
      case ACCOUNT -> "The mail server refuses our login or sender: check SMTP_URL and SMTP_FROM";
      case CONTENT, OPTED_OUT, WINDOW -> "The mail server does not accept this mail";
    };
  }

  /** A reply with a code that was not success. */
  private record Refusal(Reason reason, int code) {
    /** Empty when the connection ended instead, which has the code -1. */
    static Optional<Refusal> of(Reason reason, int code) {
      return code >= 400 ? Optional.of(new Refusal(reason, code)) : Optional.empty();
    }

    SendOutcome outcome(Instant now) {
      if (code == 421) {
        return new NotTaken("The mail server is closing (421)");
      }
      if (isTemporary(code)) {
        return new Throttled(now.plus(PAUSE));
      }
      boolean wantsLogin = code == 530 || code == 535;
      return refused(wantsLogin ? Reason.ACCOUNT : reason, code);
    }
  }
}
