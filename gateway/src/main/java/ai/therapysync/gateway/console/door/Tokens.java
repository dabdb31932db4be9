package ai.therapysync.gateway.console.door;

import ai.therapysync.persistence.sealing.MacKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/** What only we can have made: tokens of forms, and marks of browsers that were let in before. */
final class Tokens {
  private final MacKey key;

  Tokens(MacKey key) {
    this.key = key;
  }

  /** The token of every form that whoever has this secret is shown. */
  String csrf(String secret) {
    return key.mac("csrf:" + secret);
  }

  /** Whether a form came from a page of ours, shown to whoever has this secret. */
  boolean isCsrf(String secret, Optional<String> token) {
    return token.filter(shown -> equal(shown, csrf(secret))).isPresent();
  }

  /** A mark for the browser at which this address has logged in. */
  String device(String email) {
    String random = Cookies.newSecret();
    return random + "." + deviceMac(email, random);
  }

  /**
   * On whose account an attempt is counted: a browser at which this address has logged in before
   * has its own, so that a stranger's guesses don't make an operator wait.
   */
  String attemptsOf(String email, Optional<String> device) {
    return device
        .filter(mark -> {
          int dot = mark.indexOf('.');
          return dot > 0
              && equal(mark.substring(dot + 1), deviceMac(email, mark.substring(0, dot)));
        })
        .map(mark -> "device:" + mark)
        .orElse("email:" + email.toLowerCase(Locale.ROOT));
  }

  private String deviceMac(String email, String random) {
    return key.mac("device:" + email.toLowerCase(Locale.ROOT) + ":" + random);
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
