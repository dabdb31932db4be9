package ai.therapysync.persistence.views;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What goes in and out by a channel with each provider that carries it: counts and times, nobody's
 * number and nobody's words.
 */
public final class ChannelTraffic {
  private static final Duration LATELY = Duration.ofHours(24);
  private static final int MOST_CODES = 8;

  private static final String TIMES =
      """
      SELECT queue.waiting, queue.oldest,
        (SELECT max(i.received_at) FROM gateway.inbound i
          WHERE i.channel = :channel AND i.provider = :provider) AS inbound,
        (SELECT d.accepted_at FROM gateway.deliveries d
          WHERE d.channel = :channel AND d.provider = :provider AND d.accepted_at IS NOT NULL
          ORDER BY d.started_at DESC LIMIT 1) AS accepted_at,
        (SELECT a.last_at FROM gateway.watch_alarms a
          WHERE a.reason = 'provider_down' AND a.subject = :provider) AS alarmed,
        lately.taken, lately.arrived, lately.failed
      FROM (SELECT count(*) FILTER (WHERE d.accepted_at IS NOT NULL) AS taken,
          count(*) FILTER (WHERE d.status IN ('delivered', 'read')) AS arrived,
          count(*) FILTER (WHERE d.status = 'failed') AS failed
        FROM gateway.deliveries d WHERE d.channel = :channel AND d.provider = :provider
          AND d.started_at > :since) AS lately,
        (SELECT count(*) AS waiting, min(o.created_at) AS oldest FROM gateway.outbox o
        WHERE o.channel = :channel AND o.state IN ('waiting', 'sending')
          AND CASE WHEN o.sender IS NULL THEN CAST(:begins AS boolean)
            WHEN o.channel = 'whatsapp' THEN (o.sender ~ '^[0-9]+$') = (:provider = 'meta')
            ELSE true END) AS queue
      """;

  private static final String CODES =
      """
      SELECT coalesce(d.error_code, '') AS code, count(*) AS n, max(d.updated_at) AS last
      FROM gateway.deliveries d
      WHERE d.channel = :channel AND d.provider = :provider AND d.status = 'failed'
        AND d.updated_at > :since
      GROUP BY 1 ORDER BY n DESC, code LIMIT :most
      """;

  private static final String LAST_FAILURE =
      """
      SELECT coalesce(d.error_code, '') AS code, 1 AS n, d.updated_at AS last
      FROM gateway.deliveries d WHERE d.channel = :channel AND d.provider = :provider
        AND d.status = 'failed' ORDER BY d.updated_at DESC LIMIT 1
      """;

  private ChannelTraffic() {}

  /**
   * Of one channel.
   *
   * @param waiting messages that no provider has yet, and since when the oldest
   * @param alarmed when the watch last found its provider down; forgotten after a week
   * @param taken attempts of the last 24 hours that the provider took, and {@code arrived} of these
   * @param codes what went wrong in the last 24 hours, the commonest first
   */
  public record Traffic(
      long waiting,
      Optional<Instant> oldest,
      Optional<Instant> lastInbound,
      Optional<Instant> lastAccepted,
      Optional<Instant> alarmed,
      long taken,
      long arrived,
      long failed,
      List<Failure> codes,
      Optional<Failure> lastFailure) {
    public Traffic {
      codes = List.copyOf(codes);
    }
  }

  /**
   * A kind of failure.
   *
   * @param code the provider's, or a word of ours; empty where the provider gave none
   */
  public record Failure(String code, long times, Instant last) {}

  /**
   * A channel with one of its providers.
   *
   * @param begins whether what names no sender of ours goes by this one
   */
  public record Carrier(ChannelName channel, Provider provider, boolean begins) {}

  /** Looks at one. */
  public static Traffic of(Acting acting, Carrier carrier, Instant now) {
    return acting.asOwner(owner -> traffic(owner, carrier, now.minus(LATELY)));
  }

  private static Traffic traffic(Handle owner, Carrier carrier, Instant since) {
    String channel = carrier.channel().word();
    String provider = carrier.provider().word();
    List<Failure> codes =
        owner
            .createQuery(CODES)
            .bind("channel", channel)
            .bind("provider", provider)
            .bind("since", Rows.at(since))
            .bind("most", MOST_CODES)
            .map((row, _) -> failure(row))
            .list();
    Optional<Failure> last =
        owner
            .createQuery(LAST_FAILURE)
            .bind("channel", channel)
            .bind("provider", provider)
            .map((row, _) -> failure(row))
            .findOne();
    return owner
        .createQuery(TIMES)
        .bind("channel", channel)
        .bind("provider", provider)
        .bind("begins", carrier.begins())
        .bind("since", Rows.at(since))
        .map((row, _) ->
            new Traffic(
                row.getLong("waiting"),
                at(row, "oldest"),
                at(row, "inbound"),
                at(row, "accepted_at"),
                at(row, "alarmed"),
                row.getLong("taken"),
                row.getLong("arrived"),
                row.getLong("failed"),
                codes,
                last))
        .one();
  }

  private static Failure failure(ResultSet row) throws SQLException {
    return new Failure(
        row.getString("code"),
        row.getLong("n"),
        row.getObject("last", OffsetDateTime.class).toInstant());
  }

  private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
