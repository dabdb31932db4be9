package ai.therapysync.gateway.console.door;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Passwords of operators: their rules, their hashes, and a look that takes equally long for all.
 */
public final class Passwords {
  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;
  private static final int FEWEST_SIGNS = 5;

  /** OWASP's first choice: 19 MiB, two passes, one lane. */
  private static final int MEMORY_KIB = 19_456;

  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** So many at once: each takes memory and a core, whoever asks. */
  private static final int AT_ONCE = 2;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** Compared with where there is no login, so that an unknown address takes as long. */
  private final String nobodys = hash(OneTimePassword.create().text());

  /** Argon2id in its usual written form, with a salt of its own. */
  public static String hash(String password) {
    return Password.hash(password)
        .addRandomSalt(SALT_BYTES)
        .with(Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID))
        .getResult();
  }

  /** Whether this is the password; no hash: never, but not sooner. */
  public boolean matches(String typed, Optional<String> hash) {
    String against = hash.orElse(nobodys);
    String bounded = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    turns.acquireUninterruptibly();
    try {
      return is(bounded, against) && hash.isPresent() && typed.length() <= LONGEST;
    } finally {
      turns.release();
    }
  }

  static boolean is(String typed, String hash) {
    return Password.check(typed, hash).with(Argon2Function.getInstanceFromHash(hash));
  }

  /** What is wrong with a new password; empty when nothing is. */
  static Optional<String> fault(String password, String email) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of("At least " + SHORTEST + " characters; a few words make a good one");
    }
    if (length > LONGEST) {
      return Optional.of("At most " + LONGEST + " characters");
    }
    if (password.codePoints().distinct().count() < FEWEST_SIGNS) {
      return Optional.of("Too few different characters");
    }
    String plain = password.toLowerCase(Locale.ROOT);
    if (plain.contains(email)
        || plain.equals(email.substring(0, Math.max(0, email.indexOf('@'))))) {
      return Optional.of("Not your address");
    }
    return Optional.empty();
  }
}
