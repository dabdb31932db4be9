package ai.therapysync.gateway.config;

/** For which command the environment is read: defaults and duties differ. */
public enum Command {
  /** The gateway with a simulated phone network on one machine. */
  DEMO,
  /** The gateway as it runs for people. */
  SERVE,
  /** Everything that works beside a gateway and needs its database only. */
  TOOL
}
