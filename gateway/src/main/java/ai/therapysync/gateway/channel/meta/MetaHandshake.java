package ai.therapysync.gateway.channel.meta;

import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.MetaSettings;
import ai.therapysync.gateway.config.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Stream;

/** Shows Meta that the webhook is ours: its challenge goes back to who knows the verify token. */
final class MetaHandshake {
  private final Secret token;

  MetaHandshake(MetaSettings settings) {
    this.token = settings.verifyToken();
  }

  Webhook.Response answer(Webhook.Request request) {
    boolean subscribes = value(request, "hub.mode").equals("subscribe");
    boolean known =
        MessageDigest.isEqual(
            token.reveal().getBytes(StandardCharsets.UTF_8),
            value(request, "hub.verify_token").getBytes(StandardCharsets.UTF_8));
    return subscribes && known
        ? new Webhook.Response(200, "text/plain", value(request, "hub.challenge"))
        : new Webhook.Response(403, "text/plain", "The mode or the verify token is wrong.");
  }

  /** The first value of that name; empty text when it is missing or can't be decoded. */
  private static String value(Webhook.Request request, String name) {
    return Stream.of(request.query().split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && decoded(pair[0]).equals(name))
        .map(pair -> decoded(pair[1]))
        .findFirst()
        .orElse("");
  }

  private static String decoded(String written) {
    try {
      return URLDecoder.decode(written, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
