package ai.therapysync.gateway.config;

/** What the gateway runs for: {@code GATEWAY_ENV}. */
public enum Environment {
  PRODUCTION,
  DEVELOPMENT
}
