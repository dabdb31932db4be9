package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.gateway.config.TwilioSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.OptionalInt;

/** Whether Twilio knows our account and token; sends nothing. */
public record TwilioCheck(TwilioSettings settings) implements Check {
  private static final String WHAT = "Twilio";

  @Override
  public Finding look() {
    if (settings.smsFrom().isEmpty()
        && settings.whatsappFrom().isEmpty()
        && settings.messagingServiceSid().isEmpty()) {
      return Finding.wrong(WHAT, "no sender: set TWILIO_SMS_FROM or TWILIO_WHATSAPP_FROM");
    }
    URI account =
        URI.create(settings.apiBase() + "/2010-04-01/Accounts/" + settings.accountSid() + ".json");
    OptionalInt status = HttpLook.status(account, credentials(settings));
    if (status.isEmpty()) {
      return Finding.wrong(WHAT, settings.apiBase() + " does not answer: check the network");
    }
    return switch (status.getAsInt()) {
      case 200 -> Finding.fine(WHAT, "account and token are accepted");
      case 401, 403, 404 ->
          Finding.wrong(
              WHAT, "account or token is refused: check TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN");
      default -> Finding.wrong(WHAT, "answers with status " + status.getAsInt() + ": try later");
    };
  }

  /** The header by which Twilio knows us. */
  static Map<String, String> credentials(TwilioSettings settings) {
    String pair = settings.accountSid() + ":" + settings.authToken().reveal();
    return Map.of(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }
}
