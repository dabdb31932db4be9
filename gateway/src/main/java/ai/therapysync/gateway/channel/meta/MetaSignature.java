package ai.therapysync.gateway.channel.meta;

import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells whether Meta signed a body, byte for byte, with our app's secret. */
final class MetaSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private final Secret appSecret;

  MetaSignature(Secret appSecret) {
    this.appSecret = appSecret;
  }

  /**
   * Whether the request's {@code X-Hub-Signature-256} is over these bytes; a missing one is not.
   */
  boolean isGenuine(Webhook.Request request) {
    String given = request.header("x-hub-signature-256").strip().toLowerCase(Locale.ROOT);
    return MessageDigest.isEqual(
        of(request.body()).getBytes(StandardCharsets.UTF_8),
        given.getBytes(StandardCharsets.UTF_8));
  }

  private String of(byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(appSecret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }
}
