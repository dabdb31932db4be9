package ai.therapysync.gateway.work;

import ai.therapysync.conversation.delivery.Outbox;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.incident.IncidentBook;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentEvent.Timer;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.people.ContactId;
import java.util.List;
import java.util.UUID;

/** Rings an incident's timers. */
public final class IncidentTimers {
  private final IncidentBook book;
  private final CrisisDesk desk;
  private final Outbox outbox;

  /** With the book whose incidents move, and the outbox that knows about receipts. */
  public IncidentTimers(IncidentBook book, CrisisDesk desk, Outbox outbox) {
    this.book = book;
    this.desk = desk;
    this.outbox = outbox;
  }

  /** How the database tells that a contact of an open incident must not be told any more. */
  private static final String EXCLUDED = "EXCLUDED";

  /**
   * Rings one timer; the instance is {@code incident:step:timer:time}, or {@code
   * incident:0:EXCLUDED:contact:…}.
   */
  public void ring(String instance) {
    String[] parts = instance.split(":", -1);
    IncidentId incident = new IncidentId(UUID.fromString(parts[0]));
    if (parts[2].equals(EXCLUDED)) {
      excluded(instance, incident, new ContactId(UUID.fromString(parts[3])));
      return;
    }
    int step = Integer.parseInt(parts[1]);
    Timer timer = Timer.valueOf(parts[2]);
    if (timer == Timer.RECEIPT) {
      receipt(instance, incident, step);
      return;
    }
    book.ring(
        instance,
        incident,
        (found, situation) -> desk.on(found, new IncidentEvent.TimerRang(timer, step), situation));
  }

  private void excluded(String instance, IncidentId incident, ContactId contact) {
    book.ring(
        instance,
        incident,
        (found, situation) ->
            desk.on(found, new IncidentEvent.ContactExcluded(contact), situation));
  }

  /** A page without a receipt, from a sender that gets receipts, has failed. */
  private void receipt(String instance, IncidentId incident, int step) {
    boolean lacking = outbox.lacksReceipt(incident, step);
    book.ring(
        instance,
        incident,
        (found, situation) ->
            lacking && found.state() instanceof IncidentState.Climbing climbing
                ? desk.on(
                    found, new IncidentEvent.PageFailed(step, climbing.current(), true), situation)
                : new Outcome(found, List.of()));
  }
}
