package ai.therapysync.gateway.config;

import java.net.URI;

/** How bearer tokens are checked: by a shared secret, or by published keys. */
public sealed interface AuthSettings {
  /** HMAC with a secret that the issuer shares with us. */
  record SharedSecret(Secret secret) implements AuthSettings {}

  /** Public keys at an address. */
  record PublishedKeys(URI address) implements AuthSettings {}
}
