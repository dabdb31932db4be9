package ai.therapysync.gateway.config;

import java.net.URI;
import java.util.Optional;

/**
 * Where we listen and how the world calls us.
 *
 * @param publicUrl the origin that providers and contacts call, without a trailing slash
 * @param auth how bearer tokens of the API are checked; none: the API takes no tokens
 * @param requestsPerSecond so many requests of one caller the API takes
 */
public record HttpSettings(
    int port,
    String bind,
    URI publicUrl,
    Optional<AuthSettings> auth,
    int requestsPerSecond,
    ConsoleSettings console) {
  /** Whether browsers reach us by an encrypted connection only. */
  public boolean isEncrypted() {
    return "https".equalsIgnoreCase(publicUrl.getScheme());
  }
}
