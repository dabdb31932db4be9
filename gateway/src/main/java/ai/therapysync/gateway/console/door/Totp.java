package ai.therapysync.gateway.console.door;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes of authenticator apps: RFC 6238 with the parameters that all of them know. */
final class Totp {
  private static final int SECRET_BYTES = 20;
  private static final long STEP_SECONDS = 30;
  private static final String ISSUER = "TherapySync";

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(STEP_SECONDS));

  /** A new secret, in base 32 as apps take it. */
  static String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Base32().encodeAsString(bytes);
  }

  /** What a picture tells the app. */
  static String address(String secret, String email) {
    String account = URLEncoder.encode(email, StandardCharsets.UTF_8);
    return "otpauth://totp/" + ISSUER + ":" + account + "?secret=" + secret + "&issuer=" + ISSUER;
  }

  /** The secret in groups of four, to be typed. */
  static String grouped(String secret) {
    return secret.replaceAll("(.{4})(?!$)", "$1 ");
  }

  /** The step whose code this is, where it is the current one's or a neighbour's. */
  OptionalLong step(String secret, String code, Instant now) {
    SecretKeySpec key = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
    long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    OptionalLong found = OptionalLong.empty();
    for (long step = current - 1; step <= current + 1; step++) {
      if (equal(code(key, step), code)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private String code(SecretKeySpec key, long step) {
    try {
      return generator.generateOneTimePasswordString(
          key, Instant.ofEpochSecond(step * STEP_SECONDS));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("A secret of a second factor is no key", e);
    }
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
