package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** How those do that the gateway asks or tells: the language model, the operators' webhook. */
public final class HelperTraffic {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration ALERTS_TRIED_FOR = Duration.ofDays(2);

  /** A look at the newest answers, however many there are. */
  private static final String MODEL =
      """
      SELECT count(*) AS asked,
        count(*) FILTER (WHERE jsonb_exists(how, 'instead_of')) AS stood_in,
        max(at) FILTER (WHERE NOT jsonb_exists(how, 'instead_of')) AS written_at,
        max(at) FILTER (WHERE jsonb_exists(how, 'instead_of')) AS stood_in_at,
        (array_agg(how ->> 'guard_verdict' ORDER BY at DESC)
          FILTER (WHERE jsonb_exists(how, 'instead_of')))[1] AS why
      FROM (SELECT m."timestamp" AS at, m.ai_response_metadata AS how
        FROM public.whatsapp_messages m
        WHERE m.sender_type = 'ai' AND m."timestamp" > :since
        ORDER BY m."timestamp" DESC LIMIT 200) AS newest
      WHERE jsonb_exists(how, 'tries')
      """;

  private static final String WEBHOOK =
      """
      SELECT count(*) FILTER (WHERE webhook = 'waiting') AS waiting,
        count(*) FILTER (WHERE webhook = 'given_up') AS given_up,
        min(at) FILTER (WHERE webhook = 'waiting') AS oldest,
        max(ended_at) FILTER (WHERE webhook = 'sent') AS sent_at
      FROM gateway.operator_alerts WHERE at > :since
      """;

  private HelperTraffic() {}

  /**
   * Of the model's newest answers, 200 at most and of the last 24 hours.
   *
   * @param asked how many it was asked for
   * @param stoodIn for how many the companion stood in
   * @param why the newest of these, as the answer's metadata has it
   */
  public record Model(
      long asked,
      long stoodIn,
      Optional<Instant> writtenAt,
      Optional<Instant> stoodInAt,
      Optional<String> why) {}

  /** Of alerts of the last two days. */
  public record Webhook(
      long waiting, long givenUp, Optional<Instant> oldest, Optional<Instant> sentAt) {}

  /** Looks at the model. */
  public static Model model(Acting acting, Instant now) {
    return acting.asOwner(owner ->
        owner
            .createQuery(MODEL)
            .bind("since", Rows.at(now.minus(A_DAY)))
            .map((row, _) ->
                new Model(
                    row.getLong("asked"),
                    row.getLong("stood_in"),
                    at(row, "written_at"),
                    at(row, "stood_in_at"),
                    Optional.ofNullable(row.getString("why"))))
            .one());
  }

  /** Looks at the webhook. */
  public static Webhook webhook(Acting acting, Instant now) {
    return acting.asOwner(owner ->
        owner
            .createQuery(WEBHOOK)
            .bind("since", Rows.at(now.minus(ALERTS_TRIED_FOR)))
            .map((row, _) ->
                new Webhook(
                    row.getLong("waiting"),
                    row.getLong("given_up"),
                    at(row, "oldest"),
                    at(row, "sent_at")))
            .one());
  }

  private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
