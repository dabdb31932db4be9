package ai.therapysync.gateway.config;

import java.util.Optional;

/**
 * A mail server and who we are to it.
 *
 * @param implicitTls {@code smtps}: TLS from the first byte; else STARTTLS, required when offered
 * @param login user and password; none means no login
 */
public record SmtpSettings(
    String host, int port, boolean implicitTls, Optional<Login> login, String from) {
  /** How we log in. */
  public record Login(String user, Secret password) {}
}
