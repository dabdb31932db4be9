package ai.therapysync.gateway.cli.doctor;

/** Looks at one thing that the gateway needs. */
@FunctionalInterface
public interface Check {
  /** What was found; a failure of the look itself counts as wrong. */
  Finding look();
}
