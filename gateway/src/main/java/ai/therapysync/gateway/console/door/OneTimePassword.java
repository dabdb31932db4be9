package ai.therapysync.gateway.console.door;

import java.security.SecureRandom;

/** A password that is shown once and kept as a hash only. */
public record OneTimePassword(String text) {
  /** Without signs that look alike on paper. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final int GROUP = 4;

  /** About 99 bits, in groups that can be read aloud. */
  public static OneTimePassword create() {
    return new OneTimePassword(grouped(GROUPS, GROUP));
  }

  /** A code for whoever has lost their second factor: 49 bits, good for one login. */
  static String recoveryCode() {
    return grouped(2, 5);
  }

  /** Argon2id in its usual written form, with its salt. */
  public String hash() {
    return Passwords.hash(text);
  }

  private static String grouped(int groups, int length) {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < groups * length; index++) {
      text.append(index > 0 && index % length == 0 ? "-" : "");
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "OneTimePassword[REDACTED]";
  }
}
