package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.Sealer;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is said, sealed and opened: under the person's own key, as their setting says. */
public final class Contents {
  private final Sealer sealer;

  /** With the keyset's sealer. */
  public Contents(Sealer sealer) {
    this.sealer = sealer;
  }

  /** The person's data key; made when they have none. */
  DataKey keyOf(Handle handle, UUID person) {
    return wrapped(handle, person)
        .or(() -> {
          String fresh = sealer.wrap(sealer.newDataKey(), person);
          handle
              .createUpdate(
                  "INSERT INTO gateway.data_keys (user_id, sealed_key) VALUES (:id, :key)"
                      + " ON CONFLICT DO NOTHING")
              .bind("id", person)
              .bind("key", fresh)
              .execute();
          return wrapped(handle, person);
        })
        .map(key -> sealer.unwrap(key, person))
        .orElseThrow();
  }

  /** The person's data key; none was ever needed, or it is destroyed. */
  Optional<DataKey> existingKeyOf(Handle handle, UUID person) {
    return wrapped(handle, person).map(key -> sealer.unwrap(key, person));
  }

  /** The key from its stored form. */
  DataKey unwrap(String wrapped, UUID person) {
    return sealer.unwrap(wrapped, person);
  }

  /** Words that happen to look like a seal are sealed in any case, or they would never open. */
  String seal(DataKey key, boolean encrypts, String text, UUID row) {
    return encrypts || Sealer.isSealed(text) ? sealer.seal(key, text, row) : text;
  }

  String open(DataKey key, String stored, UUID row) {
    return sealer.open(key, stored, row);
  }

  String sealOwn(String text, UUID row) {
    return sealer.sealOwn(text, row);
  }

  /** Empty where it no longer opens. */
  Optional<String> readableOwn(String stored, UUID row) {
    try {
      return Optional.of(sealer.openOwn(stored, row));
    } catch (SealBroken e) {
      return Optional.empty();
    }
  }

  private static Optional<String> wrapped(Handle handle, UUID person) {
    return handle
        .createQuery("SELECT sealed_key FROM gateway.data_keys WHERE user_id = :id")
        .bind("id", person)
        .mapTo(String.class)
        .findOne();
  }
}
