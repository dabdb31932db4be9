package ai.therapysync.gateway.config;

import java.net.URI;

/**
 * Where operators are told by HTTP.
 *
 * @param secret what the receiver knows the sender by: {@code whsec_} and 24 to 64 bytes in Base64
 */
public record WebhookSettings(URI address, Secret secret) {
  /** Whatever is in its path may be a password: only the host is said. */
  @Override
  public String toString() {
    return "WebhookSettings[" + address.getHost() + "]";
  }
}
