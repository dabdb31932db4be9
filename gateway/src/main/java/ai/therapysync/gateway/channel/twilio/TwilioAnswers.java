package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.gateway.channel.RetryAfter;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Reason;
import ai.therapysync.gateway.channel.SendOutcome.Rejected;
import ai.therapysync.gateway.channel.SendOutcome.Throttled;
import ai.therapysync.gateway.channel.SendOutcome.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer other than success means. Twilio's own sentences are not passed on, for they
 * repeat the number.
 */
final class TwilioAnswers {
  private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

  private TwilioAnswers() {}

  /**
   * Reads a refusal.
   *
   * @param status the HTTP status
   * @param code Twilio's error code; empty text when there is none
   * @param retryAfter the header, where it was sent: seconds or a date
   */
  static SendOutcome refusal(int status, String code, Optional<String> retryAfter, Instant now) {
    if (status == 429 || TwilioCodes.isThrottled(code)) {
      return new Throttled(
          retryAfter.flatMap(t -> RetryAfter.read(t, now)).orElse(now.plus(SHORT_PAUSE)));
    }
    Optional<Reason> reason = TwilioCodes.reason(code);
    String shown = code.isEmpty() ? Integer.toString(status) : code;
    if (reason.isPresent()) {
      return new Rejected(reason.get(), shown, why(reason.get()));
    }
    return switch (status / 100) {
      case 3 -> rejected(Reason.ACCOUNT, shown);
      case 4 -> clientFault(status, shown);
      default -> serverFault(status);
    };
  }

  private static SendOutcome clientFault(int status, String shown) {
    return switch (status) {
      case 408, 425 -> new NotTaken("Twilio did not take it (HTTP " + status + ")");
      case 409 -> new Unknown("Twilio named a conflict (HTTP 409)");
      case 400, 413, 422 -> rejected(Reason.CONTENT, shown);
      default -> rejected(Reason.ACCOUNT, shown);
    };
  }

  /**
   * 503 is answered before any work is done. After any other fault of the server the message may
   * have been stored already, so it has to be asked about.
   */
  private static SendOutcome serverFault(int status) {
    return status == 503
        ? new NotTaken("Twilio is unavailable (HTTP 503)")
        : new Unknown("Twilio failed while it had the message (HTTP " + status + ")");
  }

  private static Rejected rejected(Reason reason, String shown) {
    return new Rejected(reason, shown, why(reason));
  }

  private static String why(Reason reason) {
    return switch (reason) {
      case ADDRESS -> "Twilio can't reach this address by this channel";
      case OPTED_OUT -> "The holder has opted out of messages from this sender";
      case WINDOW -> "The 24-hour window is closed: only a template can be sent";
      case CONTENT -> "Twilio does not accept this content";
      case ACCOUNT -> "Twilio refuses our account, credentials or sender: check the settings";
    };
  }
}
