package ai.therapysync.persistence.views;

import ai.therapysync.persistence.sealing.MacKey;
import ai.therapysync.persistence.sealing.Sealer;
import org.jdbi.v3.core.Jdbi;

/** Secrets of the gateway itself: made once, sealed by the keyset, shared by all nodes. */
public final class Secrets {
  private final Jdbi jdbi;
  private final Sealer sealer;

  /** With the keyset's sealer. */
  public Secrets(Jdbi jdbi, Sealer sealer) {
    this.jdbi = jdbi;
    this.sealer = sealer;
  }

  /** The key of this name; two nodes that start at once agree on one. */
  public MacKey macKey(String name) {
    String wrapped = sealer.wrap(MacKey.create(), name);
    return jdbi.inTransaction(handle -> {
      handle
          .createUpdate(
              "INSERT INTO gateway.secrets (name, sealed) VALUES (:name, :sealed)"
                  + " ON CONFLICT DO NOTHING")
          .bind("name", name)
          .bind("sealed", wrapped)
          .execute();
      String kept =
          handle
              .createQuery("SELECT sealed FROM gateway.secrets WHERE name = :name")
              .bind("name", name)
              .mapTo(String.class)
              .one();
      return sealer.unwrapMac(kept, name);
    });
  }
}
