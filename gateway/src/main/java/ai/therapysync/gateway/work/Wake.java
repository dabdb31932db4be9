package ai.therapysync.gateway.work;

/** Tells this node, after a commit, that something may be due; other nodes find it by polling. */
@FunctionalInterface
public interface Wake {
  /** Looks for due work now. Cheap, and harmless when there is none. */
  void up();
}
