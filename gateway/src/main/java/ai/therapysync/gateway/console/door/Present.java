package ai.therapysync.gateway.console.door;

import ai.therapysync.gateway.console.page.Visitor;
import ai.therapysync.persistence.access.Login;

/**
 * Somebody who has shown their password, and how far they have come.
 *
 * @param secret what their browser holds
 */
public record Present(Visitor visitor, Login login, Stage stage, String secret) {
  /** How far one has come. */
  public enum Stage {
    /** A code of their second factor is asked for. */
    CODE,
    /** Somebody else made the password. */
    CHANGE_PASSWORD,
    /** A second factor is asked of them, and they have none yet. */
    ADD_SECOND_FACTOR,
    INSIDE
  }

  @Override
  public String toString() {
    return "Present[" + login.user() + ", " + stage + "]";
  }
}
