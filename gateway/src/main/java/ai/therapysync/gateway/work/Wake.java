package ai.therapysync.gateway.work;

/** Tells this node, after a commit, that something may be due; other nodes find it by polling. */
public interface Wake {
  /** Looks for due crisis work now. Cheap, and harmless when there is none. */
  void crisis();

  /** Looks for due ordinary work in a moment. */
  void ordinary();

  /** Both. */
  default void up() {
    crisis();
    ordinary();
  }
}
