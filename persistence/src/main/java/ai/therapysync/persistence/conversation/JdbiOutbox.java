package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Outbox;
import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.OutboundId;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.persistence.crisis.ContactBook;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.OfferJson;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The outbox on PostgreSQL. */
public final class JdbiOutbox implements Outbox {
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Routes routes;
  private final Sealer sealer;
  private final DeliveryRows deliveries;
  private final MovedRows moved;

  /**
   * With the ways out, where attempts and their consequences are written, and who tells people that
   * a channel is off.
   */
  public JdbiOutbox(
      Jdbi jdbi,
      InstantSource clock,
      Routes routes,
      Sealer sealer,
      DeliveryRows deliveries,
      MovedRows moved) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.routes = routes;
    this.sealer = sealer;
    this.deliveries = deliveries;
    this.moved = moved;
  }

  @Override
  public Claim claim(OutboundId id) {
    return jdbi.inTransaction(handle ->
        OutboxRow.lock(handle, id.value())
            .filter(OutboxRow::isOpen)
            .map(row -> claim(handle, row, clock.instant()))
            .orElseGet(Claim.Gone::new));
  }

  @Override
  public void settle(OutboundId id, Settlement settlement) {
    jdbi.useTransaction(handle ->
        OutboxRow.lock(handle, id.value())
            .filter(OutboxRow::isOpen)
            .ifPresent(row -> deliveries.settle(handle, row, settlement, clock.instant())));
  }

  @Override
  public void report(StatusReport report) {
    jdbi.useTransaction(handle -> deliveries.report(handle, report, clock.instant()));
  }

  @Override
  public boolean knows(Provider provider, String providerId) {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                "SELECT EXISTS (SELECT 1 FROM gateway.deliveries"
                    + " WHERE provider = :provider AND provider_message_id = :id)")
            .bind("provider", provider.word())
            .bind("id", providerId)
            .mapTo(Boolean.class)
            .one());
  }

  @Override
  public boolean lacksReceipt(IncidentId incident, int step) {
    Instant now = clock.instant();
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                SELECT EXISTS (SELECT 1 FROM gateway.deliveries d
                  JOIN gateway.outbox o ON o.id = d.outbox_id
                  WHERE o.incident_id = :incident AND o.step = :step AND o.purpose = 'page'
                    AND d.channel = 'sms' AND d.accepted_at IS NOT NULL
                    AND d.receipt_at IS NULL AND d.status <> 'failed'
                    AND EXISTS (SELECT 1 FROM gateway.deliveries r WHERE r.channel = d.channel
                      AND r.sender = d.sender AND r.receipt_at > :since))
                  AND NOT EXISTS (SELECT 1 FROM gateway.deliveries d
                  JOIN gateway.outbox o ON o.id = d.outbox_id
                  WHERE o.incident_id = :incident AND o.step = :step AND o.purpose = 'page'
                    AND d.channel = 'sms' AND d.receipt_at IS NOT NULL)
                """)
            .bind("incident", incident.value())
            .bind("step", step)
            .bind("since", Rows.at(now.minus(Duration.ofHours(24))))
            .mapTo(Boolean.class)
            .one());
  }

  private Claim claim(Handle handle, OutboxRow row, Instant now) {
    Optional<Routes.Route> route = routes.by(row.channel(), row.sender());
    if (route.isEmpty()) {
      return refuse(handle, row, "channel_off", "This channel has no credentials here", now);
    }
    Optional<Instant> off = ChannelSwitches.offSince(handle, row.channel(), route.get().provider());
    // What may have arrived before is asked about first.
    if (off.isPresent() && row.lostSince().isEmpty()) {
      moved.tell(handle, row, routes, off.get(), now);
      return refuse(handle, row, "channel_off", "This channel is switched off", now);
    }
    String sender = route.get().sender();
    if (!row.despiteStop() && OutboxGate.stopped(handle, row, sender)) {
      return refuse(handle, row, "opted_out", "The number said STOP to this sender", now);
    }
    if (WindowRows.isClosed(handle, row, now)) {
      return refuse(handle, row, "window_closed", "Their last message is over a day old", now);
    }
    if (InvitationRows.isAnswered(handle, row)) {
      DeliveryRows.withdraw(handle, row, now);
      return new Claim.Gone();
    }
    if (row.isPage() && OutboxGate.excluded(handle, row)) {
      DeliveryRows.withdraw(handle, row, now);
      return new Claim.Gone();
    }
    if (row.isContactCheck()
        && ContactBook.mayNotAsk(handle, row.contact().orElseThrow(), row.address())) {
      ContactBook.unasked(handle, row.contact().orElseThrow());
      DeliveryRows.withdraw(handle, row, now);
      return new Claim.Gone();
    }
    if (OutboxGate.mustWait(handle, row)) {
      return new Claim.NotYet(now.plus(Duration.ofSeconds(1)));
    }
    deliveries.begin(handle, row, route.get().provider(), sender, now);
    JsonNode payload = Rows.json(sealer.openOwn(row.payload(), row.id()));
    return new Claim.Ours(
        new OutboundMessage(
            new OutboundId(row.id()),
            row.channel(),
            Optional.of(sender),
            address(row),
            payload.path("subject").asText(),
            payload.path("text").asText(),
            row.crisis(),
            row.choices().map(sealed -> OfferJson.read(sealer.openOwn(sealed, row.id()))),
            InvitationRows.text(row, payload)),
        route.get().provider(),
        row.lostSince(),
        row.superseded(),
        row.attempts());
  }

  private Claim refuse(Handle handle, OutboxRow row, String code, String why, Instant now) {
    deliveries.settle(handle, row, new Settlement.Refused(code, why, false, Optional.empty()), now);
    return new Claim.Gone();
  }

  private static Address address(OutboxRow row) {
    return switch (row.channel()) {
      case EMAIL -> new Address.OfMail(new EmailAddress(row.address()));
      case SMS, WHATSAPP -> Address.ofSender(row.address());
    };
  }
}
