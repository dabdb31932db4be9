package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.persistence.database.Rows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Keeps what providers say of messages, also before it is known which message it is about. */
final class StatusRows {
  private StatusRows() {}

  /**
   * What a provider says.
   *
   * @param status empty for one that we do not know
   */
  record Told(Optional<DeliveryStatus> status, Optional<String> error, boolean throttled) {
    static Told of(StatusReport report) {
      return new Told(report.status(), report.errorCode(), report.throttled());
    }

    boolean isStop() {
      return error.equals(Optional.of("21610"));
    }
  }

  /**
   * The row of the outbox that a report is about. Where it names no id of ours and the provider's
   * is not known yet, whoever is about to store that id is waited for, or waits: else neither would
   * see the other.
   */
  static Optional<UUID> known(Handle handle, StatusReport report) {
    return find(handle, report)
        .or(() -> {
          claim(handle, report.providerId());
          return find(handle, report);
        });
  }

  /** From now on until the end of the transaction nobody else reads or stores this id. */
  static void claim(Handle handle, String providerId) {
    handle
        .createQuery("SELECT true FROM pg_advisory_xact_lock(hashtextextended(:id, 1))")
        .bind("id", providerId)
        .mapTo(Boolean.class)
        .one();
  }

  private static Optional<UUID> find(Handle handle, StatusReport report) {
    return handle
        .createQuery(
            "SELECT d.outbox_id FROM gateway.deliveries d WHERE d.provider = :provider"
                + " AND d.provider_message_id = :id UNION ALL SELECT o.id FROM gateway.outbox o"
                + " WHERE o.id = :ours LIMIT 1")
        .bind("provider", report.provider().word())
        .bind("id", report.providerId())
        .bind("ours", report.outboundId().map(OutboundId::value).orElse(null))
        .mapTo(UUID.class)
        .findOne();
  }

  /**
   * The attempt that a report is about: by the provider's id, or the one whose id is not known yet.
   */
  static Optional<UUID> delivery(Handle handle, OutboxRow row, StatusReport report) {
    return handle
        .createQuery(
            "SELECT id FROM gateway.deliveries WHERE outbox_id = :outbox AND"
                + " (provider_message_id = :provider OR (provider_message_id IS NULL"
                + " AND CAST(:lost AS boolean))) ORDER BY provider_message_id NULLS LAST,"
                + " attempt DESC LIMIT 1")
        .bind("outbox", row.id())
        .bind("provider", report.providerId())
        .bind("lost", row.state().equals("sending"))
        .mapTo(UUID.class)
        .findOne();
  }

  /** What came before this id was known, in its natural order; from now on it counts as applied. */
  static List<Told> waiting(Handle handle, UUID delivery, String providerId) {
    return handle
        .createQuery(
            "UPDATE gateway.status_reports SET applied = true WHERE provider_message_id = :id"
                + " AND provider = (SELECT provider FROM gateway.deliveries WHERE id = :delivery)"
                + " AND NOT applied AND status IS NOT NULL RETURNING status, error_code, throttled")
        .bind("id", providerId)
        .bind("delivery", delivery)
        .map((result, _) ->
            Map.entry(
                DeliveryStatus.of(result.getString(1)),
                new Told(
                    Optional.of(DeliveryStatus.of(result.getString(1))),
                    Optional.ofNullable(result.getString(2)),
                    result.getBoolean(3))))
        .list()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .toList();
  }

  static void keep(Handle handle, StatusReport report, Optional<UUID> outbox, boolean applied) {
    handle
        .createUpdate(
            "INSERT INTO gateway.status_reports (provider, provider_message_id, outbox_id,"
                + " raw_status, status, error_code, throttled, permanent, applied, reported_at)"
                + " VALUES (:provider, :id, :outbox, :raw, :status, :error, :throttled, :permanent,"
                + " :applied, :at)")
        .bind("provider", report.provider().word())
        .bind("id", report.providerId())
        .bind("outbox", outbox.orElse(null))
        .bind("raw", report.rawStatus())
        .bind("status", report.status().map(DeliveryStatus::word).orElse(null))
        .bind("error", report.errorCode().orElse(null))
        .bind("throttled", report.throttled())
        .bind("permanent", report.permanent())
        .bind("applied", applied)
        .bind("at", Rows.at(report.at()))
        .execute();
  }
}
