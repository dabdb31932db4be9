package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.handover.HandoverWords;
import ai.therapysync.conversation.handover.Handovers;
import ai.therapysync.conversation.handover.Hold;
import ai.therapysync.conversation.hours.BusinessHours;
import ai.therapysync.conversation.message.Offer;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.safety.SafeReply;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.crisis.Situations;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.person.SettingsRows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Conversations that wait for a human, on PostgreSQL. */
public final class JdbiHandovers implements Handovers {
  private static final String LOAD =
      """
      SELECT json_build_object(
        'hold', (%2$s),
        'since', (SELECT t.since FROM gateway.takeovers t WHERE t.user_id = :person),
        'told', (SELECT t.told_at FROM gateway.takeovers t WHERE t.user_id = :person),
        'config', (SELECT to_json(w) FROM public.whatsapp_config w WHERE w.user_id = :person),
        'incident', EXISTS (SELECT 1 FROM public.crisis_interventions ci
          WHERE ci.user_id = :person AND %1$s))::text
      """
          .formatted(Incidents.openCondition(), HandoverRows.HOLD);

  private final Jdbi jdbi;
  private final InstantSource clock;
  private final Situations situations;
  private final UnaskedRows unasked;
  private final SafeReply lines;
  private final Duration patience;
  private final HandoverWords words = new HandoverWords();
  private final QuickAnswers quick = new QuickAnswers();

  /**
   * With where people are read from and written to.
   *
   * @param patience how long they wait until they are told
   */
  public JdbiHandovers(
      Jdbi jdbi,
      InstantSource clock,
      Situations situations,
      UnaskedRows unasked,
      SafeReply lines,
      Duration patience) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.situations = situations;
    this.unasked = unasked;
    this.lines = lines;
    this.patience = patience;
  }

  @Override
  public Optional<Instant> remind(UUID person) {
    return jdbi.inTransaction(handle -> remind(handle, person, clock.instant()));
  }

  private Optional<Instant> remind(Handle handle, UUID person, Instant now) {
    handle
        .createQuery("SELECT id FROM public.profiles WHERE id = :person FOR NO KEY UPDATE")
        .bind("person", person)
        .mapTo(UUID.class)
        .list();
    JsonNode row =
        Rows.json(handle.createQuery(LOAD).bind("person", person).mapTo(String.class).one());
    boolean waits =
        HandoverRows.hold(row.path("hold")) == Hold.AWAITED
            && Rows.instant(row, "told").isEmpty()
            && !row.path("incident").asBoolean();
    return waits ? remind(handle, person, row, now) : Optional.empty();
  }

  /** Asked for once more in the meantime, they wait from then on. */
  private Optional<Instant> remind(Handle handle, UUID person, JsonNode row, Instant now) {
    BusinessHours hours = SettingsRows.read(row.path("config")).settings().hours();
    Instant since = Rows.instant(row, "since").orElse(now);
    Instant due = hours.nextOpening(since).plus(patience);
    Instant next = hours.nextOpening(due.isAfter(now) ? due : now);
    if (next.isAfter(now)) {
      return Optional.of(next);
    }
    tell(handle, person, now);
    return Optional.empty();
  }

  private void tell(Handle handle, UUID person, Instant now) {
    Situation situation = situations.load(handle, person, now);
    PersonInCare told = situation.person();
    String line = lines.crisisLineSentence(told.language(), told.region(), told.mainRegion());
    unasked.say(
        handle,
        person,
        new UnaskedRows.Unasked(
            "handover_waits",
            words.waiting(told.language(), line),
            Optional.of(new Offer(UUID.randomUUID(), quick.goOn(told.language()))),
            Optional.empty(),
            Optional.empty()),
        now);
    handle
        .createUpdate("UPDATE gateway.takeovers SET told_at = :now WHERE user_id = :person")
        .bind("now", Rows.at(now))
        .bind("person", person)
        .execute();
  }
}
