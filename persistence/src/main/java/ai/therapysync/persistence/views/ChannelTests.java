package ai.therapysync.persistence.views;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.NewMessage;
import ai.therapysync.persistence.tasks.OutboxRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Test messages that operators send to a number or mailbox of their own: by the outbox, like every
 * message, a few an hour, and to nobody whom the gateway knows.
 */
public final class ChannelTests {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int OF_ONE = 5;
  private static final int OF_ALL = 20;
  private static final int SHOWN = 5;

  private static final String KNOWN_NUMBER =
      """
      SELECT EXISTS (SELECT 1 FROM public.whatsapp_integrations
          WHERE gateway.digits(phone_number) = gateway.digits(:address))
        OR EXISTS (SELECT 1 FROM public.emergency_contacts
          WHERE gateway.digits(phone_number) = gateway.digits(:address))
      """;

  private static final String KNOWN_MAILBOX =
      "SELECT EXISTS (SELECT 1 FROM public.emergency_contacts WHERE lower(email) = lower(:address))";

  private static final String LATELY =
      """
      SELECT count(*) FILTER (WHERE operator_id = :operator) AS ours, count(*) AS everybodys,
        min(sent_at) FILTER (WHERE operator_id = :operator) AS our_first, min(sent_at) AS first
      FROM gateway.channel_tests WHERE sent_at > :since
      """;

  private final OutboxRows outbox;
  private final InstantSource clock;

  /** With where messages are written. */
  public ChannelTests(OutboxRows outbox, InstantSource clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What became of asking for one. */
  public sealed interface Asked {
    /** It is on its way. */
    record Queued() implements Asked {}

    /** There were enough within the hour. */
    record TooMany(Duration pause) implements Asked {}

    /** The address is somebody's in our care, or a contact's. */
    record Known() implements Asked {}
  }

  /**
   * A test as it stands.
   *
   * @param address private: shown in part
   * @param state the outbox's word, {@code status} the delivery's; {@code error} is empty without
   */
  public record Test(
      ChannelName channel, String address, Instant at, String state, String status, String error) {
    @Override
    public String toString() {
      return "Test[" + channel + ", " + state + "]";
    }
  }

  /**
   * By which channel, from which sender of ours, and to whom. Private: never printed.
   *
   * @param sender empty for the channel's first
   */
  public record Way(ChannelName channel, Optional<String> sender, Address to) {
    @Override
    public String toString() {
      return "Way[" + channel + "]";
    }
  }

  /** Sends one. */
  public Asked send(Acting acting, Way way, String subject, String text) {
    Instant now = clock.instant();
    UUID operator = acting.caller().id();
    UUID id = UUID.randomUUID();
    Asked asked =
        acting.asOwner(owner -> {
          // One at a time, so that two at once are counted as two.
          owner.execute("LOCK TABLE gateway.channel_tests IN SHARE ROW EXCLUSIVE MODE");
          if (isKnown(owner, way.to())) {
            return new Asked.Known();
          }
          Optional<Duration> pause = pause(owner, operator, now);
          if (pause.isPresent()) {
            return new Asked.TooMany(pause.get());
          }
          outbox.add(owner, message(id, way, subject, text), now);
          note(owner, id, operator, now);
          return new Asked.Queued();
        });
    if (asked instanceof Asked.Queued) {
      acting.note(
          AuditEntry.of("test", "channels", id, Optional.empty(), List.of(way.channel().word())));
    }
    return asked;
  }

  /** The caller's own of the last day, the latest first. */
  public List<Test> latest(Acting acting) {
    return acting.asOwner(owner ->
        owner
            .createQuery(
                """
                SELECT o.channel, o.address, o.state, t.sent_at, coalesce(d.status, '') AS status,
                  coalesce(d.error_code, o.error, '') AS error
                FROM gateway.channel_tests t JOIN gateway.outbox o ON o.id = t.outbox_id
                LEFT JOIN LATERAL (SELECT status, error_code FROM gateway.deliveries
                  WHERE outbox_id = o.id ORDER BY attempt DESC, started_at DESC LIMIT 1) d ON TRUE
                WHERE t.operator_id = :operator AND t.sent_at > :since
                ORDER BY t.sent_at DESC LIMIT :most
                """)
            .bind("operator", acting.caller().id())
            .bind("since", Rows.at(clock.instant().minus(Duration.ofDays(1))))
            .bind("most", SHOWN)
            .map((row, _) ->
                new Test(
                    ChannelName.of(row.getString("channel")),
                    row.getString("address"),
                    row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                    row.getString("state"),
                    row.getString("status"),
                    row.getString("error")))
            .list());
  }

  private static NewMessage message(UUID id, Way way, String subject, String text) {
    return new NewMessage(
        id,
        Optional.empty(),
        Optional.empty(),
        way.channel(),
        way.to().value(),
        way.sender(),
        "test",
        false,
        false,
        subject,
        text,
        Optional.empty());
  }

  private static boolean isKnown(Handle owner, Address to) {
    String query =
        switch (to) {
          case Address.OfMail _ -> KNOWN_MAILBOX;
          case Address.OfNumber _, Address.OfHandle _ -> KNOWN_NUMBER;
        };
    return owner.createQuery(query).bind("address", to.value()).mapTo(Boolean.class).one();
  }

  private static Optional<Duration> pause(Handle owner, UUID operator, Instant now) {
    return owner
        .createQuery(LATELY)
        .bind("operator", operator)
        .bind("since", Rows.at(now.minus(HOUR)))
        .map((row, _) -> {
          boolean own = row.getInt("ours") >= OF_ONE;
          return own || row.getInt("everybodys") >= OF_ALL
              ? Optional.of(
                  Duration.between(
                      now,
                      row.getObject(own ? "our_first" : "first", OffsetDateTime.class)
                          .toInstant()
                          .plus(HOUR)))
              : Optional.<Duration>empty();
        })
        .one();
  }

  private static void note(Handle owner, UUID id, UUID operator, Instant now) {
    owner
        .createUpdate(
            "INSERT INTO gateway.channel_tests (outbox_id, operator_id, sent_at)"
                + " VALUES (:id, :operator, :now)")
        .bind("id", id)
        .bind("operator", operator)
        .bind("now", Rows.at(now))
        .execute();
  }
}
