package ai.therapysync.gateway.work;

/** Tells this node, after a commit, that something may be due; other nodes find it by polling. */
public interface Wake {
  /** Looks for due crisis work now. Cheap, and harmless when there is none. */
  void crisis();

  /** Looks for due ordinary work in a moment. */
  void ordinary();

  /** For who is in no hurry: what is due is found at the next poll, half a second later. */
  static Wake byPolling() {
    return new Wake() {
      @Override
      public void crisis() {}

      @Override
      public void ordinary() {}
    };
  }

  /** Both. */
  default void up() {
    crisis();
    ordinary();
  }
}
