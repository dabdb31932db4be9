package ai.therapysync.gateway.work;

import ai.therapysync.persistence.conversation.ClearRows;

/** Seals every night what others wrote in clear. */
public final class SealingSweep implements Nightly.Chore {
  private static final int ROUNDS = 20;

  private final ClearRows rows;

  /** Of these rows. */
  public SealingSweep(ClearRows rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return "sealing what stands in clear";
  }

  @Override
  public boolean work() {
    for (int round = 0; round < ROUNDS; round++) {
      if (!rows.sealSome()) {
        return true;
      }
    }
    return false;
  }
}
