package ai.therapysync.gateway.simulator;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.simulator.network.WhatsappBy;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the page asks to be done; only a page from this very server may ask. */
final class PageOrders {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PageOrders() {}

  /** Not done; the sentence is for the person at the page. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String message) {
      super(message, null, false, false);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  /** The body of a request that a browser sends for a page of this server only. */
  static JsonNode read(Context http, Optional<URI> publicUrl) {
    String type = http.contentType();
    if (type == null || !type.startsWith("application/json")) {
      throw new Refused(415, "Send application/json");
    }
    String site = http.header("Sec-Fetch-Site");
    String origin = http.header("Origin");
    boolean foreignSite = site != null && !site.equals("same-origin") && !site.equals("none");
    boolean foreignOrigin =
        origin != null && !origin.replaceFirst("^https?://", "").equals(http.host());
    if (foreignSite || foreignOrigin || !isHere(http.host(), publicUrl)) {
      throw new Refused(403, "Only the simulator's own page may do that");
    }
    try {
      JsonNode body = MAPPER.readTree(http.body());
      if (body != null && body.isObject()) {
        return body;
      }
    } catch (IOException e) {
      // the same refusal as for JSON that is no object; its message would quote the body
    }
    throw new Refused(400, "Send a JSON object");
  }

  /** Not by a name that a foreign site's DNS could point here: an address, localhost, or ours. */
  private static boolean isHere(@Nullable String host, Optional<URI> publicUrl) {
    return host != null
        && (host.matches("(localhost|[0-9.]+|\\[[0-9a-fA-F:.]+])(:[0-9]+)?")
            || publicUrl.map(URI::getAuthority).filter(host::equals).isPresent());
  }

  static String number(JsonNode body, String field) {
    return Optional.of(body.path(field).asText(""))
        .filter(written -> written.startsWith("+"))
        .flatMap(written -> PhoneNumber.parse(written, "ZZ"))
        .map(PhoneNumber::e164)
        .orElseThrow(() ->
            new Refused(422, "Write the number with + and its country code, like +12025550190"));
  }

  static ChannelName channel(JsonNode body) {
    return switch (body.path("channel").asText("")) {
      case "sms" -> ChannelName.SMS;
      case "whatsapp" -> ChannelName.WHATSAPP;
      default -> throw new Refused(422, "The channel is sms or whatsapp");
    };
  }

  static WhatsappBy whatsappBy(JsonNode body) {
    String word = body.path("by").asText("");
    return Arrays.stream(WhatsappBy.values())
        .filter(by -> by.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new Refused(422, "WhatsApp comes by twilio or meta"));
  }

  static long seed(JsonNode body) {
    JsonNode seed = body.path("seed");
    if (!seed.isIntegralNumber()) {
      throw new Refused(422, "The seed is a whole number");
    }
    return seed.asLong();
  }

  static String text(JsonNode body) {
    String text = body.path("body").asText("");
    if (text.isEmpty() || text.length() > 4_096) {
      throw new Refused(422, "A message has 1 to 4096 characters");
    }
    return text;
  }

  static String address(JsonNode body) {
    return EmailAddress.parse(body.path("address").asText(""))
        .map(EmailAddress::value)
        .orElseThrow(() -> new Refused(422, "That is no mail address"));
  }
}
