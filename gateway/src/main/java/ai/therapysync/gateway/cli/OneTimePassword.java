package ai.therapysync.gateway.cli;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.security.SecureRandom;

/** A password that is shown once and kept as a hash only. */
record OneTimePassword(String text) {
  /** Without signs that look alike on paper. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final int GROUPS = 5;
  private static final int GROUP = 4;

  /** OWASP's first choice: 19 MiB, two passes, one lane. */
  private static final int MEMORY_KIB = 19_456;

  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** About 99 bits, in groups that can be read aloud. */
  static OneTimePassword create() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int index = 0; index < GROUPS * GROUP; index++) {
      text.append(index > 0 && index % GROUP == 0 ? "-" : "");
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new OneTimePassword(text.toString());
  }

  /** Argon2id in its usual written form, with its salt. */
  String hash() {
    return Password.hash(text)
        .addRandomSalt(SALT_BYTES)
        .with(Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID))
        .getResult();
  }

  @Override
  public String toString() {
    return "OneTimePassword[REDACTED]";
  }
}
