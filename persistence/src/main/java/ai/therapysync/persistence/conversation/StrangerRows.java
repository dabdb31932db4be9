package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.intake.Circumstances;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.onboarding.Application;
import ai.therapysync.persistence.database.Rows;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a number without a verified user has had from us. */
final class StrangerRows {
  private StrangerRows() {}

  static boolean stopped(Handle handle, InboundMessage message) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM gateway.opt_outs o WHERE o.address = :address"
                + " AND o.sender = :sender AND o.channel = :channel)")
        .bind("address", message.from().value())
        .bind("sender", message.sender())
        .bind("channel", message.channel().word())
        .mapTo(Boolean.class)
        .one();
  }

  static Circumstances.Stranger load(
      Handle handle, InboundMessage message, Optional<Application> application, Instant now) {
    return handle
        .createQuery(
            """
            SELECT max(o.created_at) FILTER (WHERE o.purpose = 'closed_door') AS door,
              count(*) FILTER (WHERE o.purpose IN ('safe_reply', 'help_answer')
                AND o.created_at > :hour) AS safe,
              count(*) FILTER (WHERE o.purpose = 'onboarding' AND o.state = 'waiting') AS asks,
              (SELECT count(*) FROM gateway.inbound i
                JOIN gateway.gate_decisions g ON g.inbound_id = i.id AND g.gate = 'stranger_alarm'
                WHERE i.address = :address AND i.received_at > :quarter) AS alarms
            FROM gateway.outbox o WHERE o.address = :address
            """)
        .bind("hour", Rows.at(now.minus(Duration.ofHours(1))))
        .bind("quarter", Rows.at(now.minus(Duration.ofMinutes(15))))
        .bind("address", message.from().value())
        .map((row, _) ->
            new Circumstances.Stranger(
                Optional.ofNullable(row.getObject("door", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant),
                row.getInt("safe"),
                row.getInt("alarms") > 0,
                application,
                row.getInt("asks") > 0))
        .one();
  }
}
