package ai.therapysync.persistence.sealing;

/** A seal that this key did not make, or that was tampered with. Says nothing of the content. */
public final class SealBroken extends RuntimeException {
  public SealBroken(String what) {
    super(what);
  }
}
