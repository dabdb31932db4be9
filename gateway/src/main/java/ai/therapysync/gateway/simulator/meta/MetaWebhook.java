package ai.therapysync.gateway.simulator.meta;

import ai.therapysync.gateway.simulator.network.Backbone;
import ai.therapysync.gateway.simulator.network.Postbox;
import ai.therapysync.gateway.simulator.network.Uplink;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Posts signed JSON to the gateway's webhook, as Meta does: once the gateway has shown that the
 * webhook is its own, and again with growing pauses, for days, while it is not answered with 200.
 */
final class MetaWebhook {
  private static final String PATH = "/webhooks/meta";
  private static final String ALGORITHM = "HmacSHA256";
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofDays(7);

  private final MetaAccount account;
  private final Backbone backbone;
  private final AtomicBoolean verified = new AtomicBoolean();

  MetaWebhook(MetaAccount account, Backbone backbone) {
    this.account = account;
    this.backbone = backbone;
  }

  /** The HTTP status of the first try, or {@link Uplink#NO_ANSWER}; what failed comes again. */
  int post(String body) {
    int answer = once(body);
    if (answer != 200 && backbone.pace().retryWebhooks()) {
      again(body, FIRST_PAUSE);
    }
    return answer;
  }

  private void again(String body, Duration pause) {
    if (pause.compareTo(LONGEST) > 0) {
      return;
    }
    backbone
        .timetable()
        .in(
            pause,
            () -> {
              if (!backbone.postbox().isClosed() && once(body) != 200) {
                again(body, pause.multipliedBy(2));
              }
            });
  }

  private int once(String body) {
    if (!verified.get() && !isOurs()) {
      return Uplink.NO_ANSWER;
    }
    return backbone.postbox().post(request(body));
  }

  private HttpRequest request(String body) {
    return backbone
        .postbox()
        .to(backbone.webhook(PATH))
        .header("Content-Type", "application/json")
        .header("Accept", "*/*")
        .header("User-Agent", "facebookexternalua")
        .header("X-Hub-Signature-256", "sha256=" + hmac(body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  /** The handshake: whoever knows the verify token gives the challenge back. */
  private boolean isOurs() {
    String challenge = UUID.randomUUID().toString();
    URI address =
        URI.create(
            backbone.webhook(PATH)
                + "?hub.mode=subscribe&hub.challenge="
                + challenge
                + "&hub.verify_token="
                + account.verifyToken());
    Postbox postbox = backbone.postbox();
    boolean ours =
        postbox
            .ask(postbox.to(address).build())
            .filter(answer -> answer.statusCode() == 200 && answer.body().equals(challenge))
            .isPresent();
    if (ours) {
      verified.set(true);
    }
    return ours;
  }

  private String hmac(String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(account.appSecret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }
}
