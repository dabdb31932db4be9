package ai.therapysync.persistence.keys;

import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.SealMark;
import ai.therapysync.persistence.sealing.Sealer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** All that the keyset has sealed, seen by key; and sealed anew while gateways run. */
public final class SealedRows {
  private static final int AT_A_TIME = 200;

  /** The placeholders {@code %4$s} are the sealed column. */
  private static final String COUNT =
      "SELECT left(%4$s, "
          + SealMark.LENGTH
          + ") AS mark, count(*) FROM %1$s WHERE %4$s LIKE 'sealed:v1:%%' GROUP BY 1";

  /**
   * A row that somebody works on is left for the next time: a batch waits for nobody, so that it
   * can't be in a circle of those who do.
   */
  private static final String OLD =
      "SELECT CAST(%2$s AS text) AS id, %4$s AS stored FROM %1$s"
          + " WHERE %2$s > CAST(:after AS %3$s) AND %4$s LIKE 'sealed:v1:%%' AND left(%4$s, "
          + SealMark.LENGTH
          + ") <> ALL(:current) ORDER BY %2$s LIMIT :most FOR UPDATE SKIP LOCKED";

  private static final String UPDATE =
      "UPDATE %1$s SET %4$s = :sealed WHERE %2$s = CAST(:id AS %3$s)";

  private final Jdbi jdbi;
  private final Sealer sealer;

  /** Seals anew with the sealer's keys. */
  public SealedRows(Jdbi jdbi, Sealer sealer) {
    this.jdbi = jdbi;
    this.sealer = sealer;
  }

  /** How many seals each key has, by its id; those that name no key are left out. */
  public Map<Long, Long> count() {
    Map<Long, Long> count = new TreeMap<>();
    for (SealedPlace place : SealedPlace.values()) {
      count(place).forEach((key, seals) -> count.merge(key, seals, Long::sum));
    }
    return count;
  }

  /** What a round of sealing anew came to. */
  public record Round(long sealed, long unopened) {
    Round plus(Round other) {
      return new Round(sealed + other.sealed, unopened + other.unopened);
    }
  }

  /**
   * Seals everything anew that the sealing key has not sealed, batch by batch in transactions of
   * their own: it can be broken off and begun again at any time.
   */
  public Round sealAnew() {
    Round all = new Round(0, 0);
    for (SealedPlace place : SealedPlace.values()) {
      all = all.plus(sealAnew(place));
    }
    return all;
  }

  private Round sealAnew(SealedPlace place) {
    Round round = new Round(0, 0);
    Optional<String> after = Optional.of(place.beginning());
    while (after.isPresent()) {
      String from = after.get();
      Batch batch = jdbi.inTransaction(handle -> batch(handle, place, from));
      round = round.plus(batch.round());
      after = batch.last();
    }
    return round;
  }

  private Batch batch(Handle handle, SealedPlace place, String after) {
    List<Old> olds =
        handle
            .createQuery(place.sql(OLD))
            .bind("after", after)
            .bindArray("current", String.class, SealMark.of(sealer.keyset().primary()))
            .bind("most", AT_A_TIME)
            .map((row, _) -> new Old(row.getString("id"), row.getString("stored")))
            .list();
    PreparedBatch updates = handle.prepareBatch(place.sql(UPDATE));
    for (Old old : olds) {
      anew(place, old)
          .ifPresent(sealed -> updates.bind("sealed", sealed).bind("id", old.id()).add());
    }
    int sealed = updates.size();
    if (sealed > 0) {
      updates.execute();
    }
    return new Batch(
        new Round(sealed, olds.size() - sealed),
        olds.isEmpty() ? Optional.empty() : Optional.of(olds.getLast().id()));
  }

  /** Empty for a seal that no key opens: somebody typed it, or its key is lost. */
  private Optional<String> anew(SealedPlace place, Old old) {
    try {
      return Optional.of(sealer.sealAnew(old.stored(), place.place(old.id())));
    } catch (SealBroken e) {
      return Optional.empty();
    }
  }

  private Map<Long, Long> count(SealedPlace place) {
    Map<Long, Long> count = new TreeMap<>();
    jdbi.useHandle(handle ->
        handle
            .createQuery(place.sql(COUNT))
            .map((row, _) -> Map.entry(row.getString("mark"), row.getLong("count")))
            .forEach(entry ->
                SealMark.keyId(entry.getKey())
                    .ifPresent(key -> count.merge(key, entry.getValue(), Long::sum))));
    return count;
  }

  private record Old(String id, String stored) {}

  private record Batch(Round round, Optional<String> last) {}
}
