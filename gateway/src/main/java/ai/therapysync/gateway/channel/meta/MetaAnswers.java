package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.gateway.channel.RetryAfter;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.SendOutcome.Accepted;
import ai.therapysync.gateway.channel.SendOutcome.Crowded;
import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Reason;
import ai.therapysync.gateway.channel.SendOutcome.Rejected;
import ai.therapysync.gateway.channel.SendOutcome.Throttled;
import ai.therapysync.gateway.channel.SendOutcome.Unknown;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer of Meta's means. Its own sentences are not passed on, for they may repeat what was
 * sent.
 */
final class MetaAnswers {
  private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

  private MetaAnswers() {}

  static SendOutcome read(HttpResponse<String> answer, Instant now) {
    int status = answer.statusCode();
    JsonNode body =
        MetaJson.read(answer.body().getBytes(StandardCharsets.UTF_8))
            .orElseGet(JsonNodeFactory.instance::objectNode);
    if (status / 100 == 2) {
      String id = MetaJson.name(body.path("messages").path(0), "id");
      return id.isEmpty()
          ? new Unknown("Meta's answer names no message (HTTP " + status + ")")
          : new Accepted(id, DeliveryStatus.QUEUED);
    }
    JsonNode error = body.path("error");
    String code = code(MetaJson.name(error, "code"), MetaJson.name(error, "error_subcode"));
    return refusal(status, code, answer.headers().firstValue("retry-after"), now);
  }

  /** A parameter that is wrong is our fault; that the number's id is unknown is the account's. */
  private static String code(String code, String subcode) {
    boolean named = code.matches("[0-9]{1,9}");
    return code.equals("100") && subcode.equals("33") ? subcode : named ? code : "";
  }

  private static SendOutcome refusal(
      int status, String code, Optional<String> retryAfter, Instant now) {
    if (MetaCodes.isCrowded(code)) {
      return new Crowded();
    }
    if (status == 429 || MetaCodes.isThrottled(code)) {
      return new Throttled(
          retryAfter.flatMap(time -> RetryAfter.read(time, now)).orElse(now.plus(SHORT_PAUSE)));
    }
    if (MetaCodes.isRepeatable(code)) {
      return new NotTaken("Meta could not work on it (" + code + ")");
    }
    String shown = code.isEmpty() ? Integer.toString(status) : code;
    return MetaCodes.reason(code)
        .<SendOutcome>map(reason -> rejected(reason, shown))
        .orElseGet(() -> byStatus(status, shown));
  }

  /** After a fault of the server the message may be on its way, and Meta can't be asked. */
  private static SendOutcome byStatus(int status, String shown) {
    return switch (status / 100) {
      case 3 -> rejected(Reason.ACCOUNT, shown);
      case 4 ->
          switch (status) {
            case 408, 425 -> new NotTaken("Meta did not take it (HTTP " + status + ")");
            case 409 -> new Unknown("Meta named a conflict (HTTP 409)");
            case 400, 413, 422 -> rejected(Reason.CONTENT, shown);
            default -> rejected(Reason.ACCOUNT, shown);
          };
      default -> new Unknown("Meta failed while it had the message (HTTP " + status + ")");
    };
  }

  private static Rejected rejected(Reason reason, String shown) {
    return new Rejected(
        reason,
        shown,
        switch (reason) {
          case ADDRESS -> "Meta can't reach this address by WhatsApp";
          case OPTED_OUT -> "The holder has opted out of messages from this sender";
          case WINDOW -> "The 24-hour window is closed: only a template can be sent";
          case CONTENT -> "Meta does not accept this content";
          case ACCOUNT -> "Meta refuses our account, token or number: check the settings";
        });
  }
}
