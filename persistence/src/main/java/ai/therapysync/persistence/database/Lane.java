package ai.therapysync.persistence.database;

import java.util.function.Supplier;

/**
 * Which work may wait for a connection: what is marked as ordinary takes only from the few that are
 * kept for it, so that no amount of small talk holds up a webhook or a page.
 */
public final class Lane {
  private static final ScopedValue<Boolean> ORDINARY = ScopedValue.newInstance();

  private Lane() {}

  /** Does ordinary work, on the thread that asks. */
  public static <T> T ordinary(Supplier<T> work) {
    return ScopedValue.where(ORDINARY, true).call(work::get);
  }

  static boolean isOrdinary() {
    return ORDINARY.isBound();
  }
}
