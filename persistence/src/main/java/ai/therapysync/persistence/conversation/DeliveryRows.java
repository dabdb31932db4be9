package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.Outbox.Settlement;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.persistence.conversation.StatusRows.Told;
import ai.therapysync.persistence.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Writes attempts, what providers say of them, and what follows for the message and its incident.
 */
public final class DeliveryRows {
  private static final Duration THROTTLED_FOR = Duration.ofSeconds(5);

  private final Consequences consequences;

  /** With what follows from a message that arrived or failed. */
  public DeliveryRows(Consequences consequences) {
    this.consequences = consequences;
  }

  void begin(Handle handle, OutboxRow row, Provider provider, String sender, Instant now) {
    handle
        .createUpdate(
            "UPDATE gateway.outbox SET state = 'sending', attempts = attempts + 1,"
                + " lost_since = coalesce(lost_since, :now) WHERE id = :id")
        .bind("now", Rows.at(now))
        .bind("id", row.id())
        .execute();
    if (row.lostSince().isPresent()) {
      return;
    }
    handle
        .createUpdate(
            "INSERT INTO gateway.deliveries (id, outbox_id, user_id, attempt, channel, provider,"
                + " sender, started_at, updated_at) VALUES (:id, :outbox, :user, :attempt, :channel,"
                + " :provider, :sender, :now, :now)")
        .bind("id", UUID.randomUUID())
        .bind("outbox", row.id())
        .bind("user", row.person().orElse(null))
        .bind("attempt", row.attempts() + 1)
        .bind("channel", row.channel().word())
        .bind("provider", provider.word())
        .bind("sender", sender)
        .bind("now", Rows.at(now))
        .execute();
  }

  static void withdraw(Handle handle, OutboxRow row, Instant now) {
    end(handle, row, "withdrawn", Optional.empty(), now);
  }

  void settle(Handle handle, OutboxRow row, Settlement settlement, Instant now) {
    switch (settlement) {
      case Settlement.Accepted accepted -> accepted(handle, row, accepted, now);
      case Settlement.Refused refused -> refused(handle, row, refused, now);
      case Settlement.Later(Instant _, boolean lost) -> later(handle, row, lost, now);
      case Settlement.Withdrawn _ -> withdraw(handle, row, now);
    }
  }

  /** Keeps a report, and applies it if its message is known. */
  void report(Handle handle, StatusReport report, Instant now) {
    Optional<UUID> outbox = StatusRows.known(handle, report);
    Optional<OutboxRow> row = outbox.flatMap(id -> OutboxRow.lock(handle, id));
    Optional<UUID> delivery = row.flatMap(one -> StatusRows.delivery(handle, one, report));
    StatusRows.keep(handle, report, outbox, delivery.isPresent());
    delivery.ifPresent(id -> apply(handle, row.orElseThrow(), id, report, now));
  }

  /** A provider that gives an id twice is no reason to send a message again. */
  private void accepted(Handle handle, OutboxRow row, Settlement.Accepted accepted, Instant now) {
    if (row.state().equals("waiting") && hasFailed(handle, row, accepted.providerId())) {
      // Its failure overtook the answer, and the next attempt is under way.
      return;
    }
    end(handle, row, "accepted", Optional.empty(), now);
    UUID delivery = latest(handle, row).orElseThrow();
    StatusRows.claim(handle, accepted.providerId());
    handle
        .createUpdate(
            "UPDATE gateway.deliveries d SET provider_message_id = CASE WHEN EXISTS (SELECT 1"
                + " FROM gateway.deliveries o WHERE o.provider = d.provider AND o.id <> d.id"
                + " AND o.provider_message_id = :provider) THEN NULL ELSE :provider END,"
                + " accepted_at = :now, updated_at = :now WHERE d.id = :id")
        .bind("provider", accepted.providerId())
        .bind("now", Rows.at(now))
        .bind("id", delivery)
        .execute();
    consequences.named(handle, row, accepted.providerId());
    consequences.accepted(handle, row);
    move(handle, row, delivery, Report.of(accepted.status()), now);
    // What came before its id was known means what it would have meant afterwards.
    StatusRows.waiting(handle, delivery, accepted.providerId())
        .forEach(told ->
            heed(handle, OutboxRow.lock(handle, row.id()).orElseThrow(), delivery, told, now));
    consequences.next(handle, row, now);
  }

  private static boolean hasFailed(Handle handle, OutboxRow row, String providerId) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM gateway.deliveries WHERE outbox_id = :outbox"
                + " AND provider_message_id = :provider AND status = 'failed')")
        .bind("outbox", row.id())
        .bind("provider", providerId)
        .mapTo(Boolean.class)
        .one();
  }

  private void refused(Handle handle, OutboxRow row, Settlement.Refused refused, Instant now) {
    latest(handle, row)
        .ifPresent(id -> {
          handle
              .createUpdate(
                  "UPDATE gateway.deliveries SET status = 'failed', error_code = :code,"
                      + " updated_at = :now WHERE id = :id")
              .bind("code", refused.code())
              .bind("now", Rows.at(now))
              .bind("id", id)
              .execute();
          if (refused.optedOut()) {
            consequences.optedOut(handle, row, id, now);
          }
        });
    boolean last = refused.retry().isEmpty();
    Course course = consequences.failed(handle, row, refused.code(), refused.why(), last, now);
    if (!last) {
      later(handle, row, false, now);
      return;
    }
    Optional<String> code = Optional.of(refused.code());
    switch (course) {
      case Course.Again(Instant at) -> consequences.again(handle, row, at);
      case Course.Deferred _ -> end(handle, row, "deferred", code, now);
      case Course.Elsewhere _, Course.Over _ -> end(handle, row, "failed", code, now);
    }
    consequences.next(handle, row, now);
  }

  /** An attempt that reached nobody leaves no trace: limits of ours would make thousands. */
  private static void later(Handle handle, OutboxRow row, boolean lost, Instant now) {
    if (lost) {
      return;
    }
    if (row.superseded()) {
      withdraw(handle, row, now);
      return;
    }
    handle
        .createUpdate(
            "DELETE FROM gateway.deliveries WHERE outbox_id = :id AND status = 'queued'"
                + " AND provider_message_id IS NULL")
        .bind("id", row.id())
        .execute();
    handle
        .createUpdate(
            "UPDATE gateway.outbox SET state = 'waiting', lost_since = NULL WHERE id = :id")
        .bind("id", row.id())
        .execute();
  }

  private static void end(
      Handle handle, OutboxRow row, String state, Optional<String> error, Instant now) {
    handle
        .createUpdate(
            "UPDATE gateway.outbox SET state = :state, error = :error, ended_at = :now,"
                + " lost_since = NULL, payload = CASE WHEN :keep THEN payload ELSE '' END"
                + " WHERE id = :id")
        .bind("state", state)
        .bind("error", error.orElse(null))
        .bind("now", Rows.at(now))
        .bind("keep", state.equals("deferred") || (state.equals("accepted") && row.mayGoOn()))
        .bind("id", row.id())
        .execute();
  }

  /** A report that overtakes the answer to the sending tells that it was taken, before all else. */
  private void apply(
      Handle handle, OutboxRow found, UUID delivery, StatusReport report, Instant now) {
    OutboxRow row = found;
    if (found.state().equals("sending") && found.lostSince().isPresent()) {
      accepted(
          handle, found, new Settlement.Accepted(report.providerId(), DeliveryStatus.QUEUED), now);
      row = OutboxRow.lock(handle, found.id()).orElseThrow();
    }
    heed(handle, row, delivery, Told.of(report), now);
  }

  private void heed(Handle handle, OutboxRow row, UUID delivery, Told told, Instant now) {
    if (told.isStop()) {
      consequences.optedOut(handle, row, delivery, now);
    }
    told.status()
        .ifPresent(status -> {
          boolean again = told.throttled() && consequences.canRepeat(row);
          boolean moved = move(handle, row, delivery, new Report(status, told.error(), again), now);
          if (moved && again && status == DeliveryStatus.FAILED) {
            consequences.again(handle, row, now.plus(THROTTLED_FOR));
          }
        });
  }

  /** What a provider says, and whether the message is sent again if that is a failure. */
  private record Report(DeliveryStatus status, Optional<String> error, boolean again) {
    static Report of(DeliveryStatus status) {
      return new Report(status, Optional.empty(), false);
    }
  }

  /** Whether that was news: providers repeat themselves, and overtake themselves. */
  private boolean move(Handle handle, OutboxRow row, UUID delivery, Report report, Instant now) {
    DeliveryStatus next = report.status();
    DeliveryStatus current =
        DeliveryStatus.of(
            handle
                .createQuery("SELECT status FROM gateway.deliveries WHERE id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one());
    if (!current.mayBecome(next)) {
      return false;
    }
    handle
        .createUpdate(
            "UPDATE gateway.deliveries SET status = :status, error_code = :error, updated_at = :now,"
                + " receipt_at = CASE WHEN :receipt THEN coalesce(receipt_at, :now)"
                + " ELSE receipt_at END WHERE id = :id")
        .bind("status", next.word())
        .bind("error", report.error().orElse(null))
        .bind("receipt", next.isReceipt())
        .bind("now", Rows.at(now))
        .bind("id", delivery)
        .execute();
    if (next == DeliveryStatus.FAILED) {
      String code = report.error().orElse("a failure");
      Course course =
          consequences.failed(
              handle, row, code, "The provider reports " + code, !report.again(), now);
      switch (course) {
        case Course.Again(Instant at) -> consequences.again(handle, row, at);
        case Course.Deferred _ -> end(handle, row, "deferred", Optional.of(code), now);
        // A page stays one that its contact may answer, though its provider says it never arrived.
        case Course.Elsewhere _, Course.Over _ -> {}
      }
      return true;
    }
    consequences.moved(handle, row, next, now);
    if (next.isReceipt()) {
      consequences.arrived(handle, row);
    }
    return true;
  }

  private static Optional<UUID> latest(Handle handle, OutboxRow row) {
    return handle
        .createQuery(
            "SELECT id FROM gateway.deliveries WHERE outbox_id = :outbox"
                + " ORDER BY attempt DESC, started_at DESC LIMIT 1")
        .bind("outbox", row.id())
        .mapTo(UUID.class)
        .findOne();
  }
}
