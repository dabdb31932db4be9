package ai.therapysync.gateway.config;

/** What happens to numbers that nobody registered: {@code GATEWAY_ONBOARDING}. */
public enum Onboarding {
  /** A closed door: people are invited. */
  INVITE,
  /** Whoever writes may join. */
  OPEN
}
