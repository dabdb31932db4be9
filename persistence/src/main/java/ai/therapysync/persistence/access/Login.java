package ai.therapysync.persistence.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How an operator proves who they are. Private: never printed.
 *
 * @param passwordHash Argon2id, in its usual written form
 * @param mustChange the password was made by somebody else, and is good for one login
 * @param secondFactor whether a code is asked for besides
 */
public record Login(
    UUID user,
    String email,
    String passwordHash,
    boolean mustChange,
    boolean secondFactor,
    Optional<Instant> lastLogin) {
  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
