package ai.therapysync.persistence.crisis;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Recipient;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import ai.therapysync.persistence.tasks.NewMessage;
import ai.therapysync.persistence.tasks.OutboxRows;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Writes what became of an incident, and all that follows, in the caller's transaction. */
public final class Incidents {
  private static final String OPEN = openCondition("ci");

  private final OutboxRows outbox;
  private final PersonMessages person;
  private final OperatorAlerts alerts;

  /** With where notices, words to the person, and alerts to operators are written. */
  public Incidents(OutboxRows outbox, PersonMessages person, OperatorAlerts alerts) {
    this.outbox = outbox;
    this.person = person;
    this.alerts = alerts;
  }

  /** The condition on {@code crisis_interventions ci} that says "open". */
  public static String openCondition() {
    return OPEN;
  }

  /** The same under another name. */
  public static String openCondition(String alias) {
    return "%1$s.status IN ('pending', 'notified', 'acknowledged', 'unanswered') AND %1$s.completed_at IS NULL"
        .formatted(alias);
  }

  /** An open incident by its id. */
  public Optional<Incident> find(Handle handle, IncidentId id) {
    return handle
        .createQuery(
            "SELECT to_json(ci)::text, to_json(e)::text FROM public.crisis_interventions ci"
                + " LEFT JOIN gateway.escalations e ON e.incident_id = ci.id WHERE ci.id = :id AND "
                + OPEN)
        .bind("id", id.value())
        .map((row, _) -> read(row.getString(1), row.getString(2)))
        .findOne();
  }

  /** An incident from the JSON of its rows; the second may be null. */
  public static Incident read(String intervention, @Nullable String escalation) {
    JsonNode second = escalation == null ? NullNode.getInstance() : Rows.json(escalation);
    return IncidentRows.read(Rows.json(intervention), second);
  }

  /** Opens an incident's row; the rest is {@link #save}. */
  public void open(Handle handle, Incident incident, UUID assessment) {
    handle
        .createUpdate(
            "INSERT INTO public.crisis_interventions (id, user_id, crisis_assessment_id,"
                + " intervention_type, status, intervention_data, follow_up_required, created_at)"
                + " VALUES (:id, :user, :assessment, 'escalation', 'pending', '{}', true, :at)")
        .bind("id", incident.id().value())
        .bind("user", incident.person().value())
        .bind("assessment", assessment)
        .bind("at", Rows.at(incident.openedAt()))
        .execute();
  }

  /** Saves an incident and carries out what follows from it. */
  public void save(Handle handle, Outcome outcome, Instant now) {
    Incident incident = outcome.incident();
    IncidentRows.write(handle, incident, now);
    handle
        .createUpdate(
            """
            UPDATE public.crisis_interventions SET status = :status,
              intervention_data = intervention_data || CAST(:data AS jsonb),
              response_time_minutes = CASE WHEN :status = 'acknowledged'
                THEN coalesce(response_time_minutes,
                  floor(extract(epoch FROM CAST(:now AS timestamptz) - created_at) / 60)::integer)
                ELSE response_time_minutes END,
              follow_up_required = follow_up_required AND NOT :safe,
              completed_at = CASE WHEN :status = 'resolved' THEN coalesce(completed_at, :now)
                ELSE completed_at END
            WHERE id = :id
            """)
        .bind("status", incident.status())
        .bind("data", data(incident))
        .bind("safe", incident.aftercare().foundSafe())
        .bind("now", Rows.at(now))
        .bind("id", incident.id().value())
        .execute();
    if (incident.level() == RiskLevel.IMMINENT && incident.familyTold()) {
      raiseAlerts(handle, incident);
    }
    for (Effect effect : outcome.effects()) {
      carryOut(handle, incident, effect, now);
    }
  }

  /** What a household was told of in time has become graver since. */
  private static void raiseAlerts(Handle handle, Incident incident) {
    handle
        .createUpdate(
            "UPDATE public.family_alerts SET severity = 'critical' WHERE member_user_id = :person"
                + " AND severity = 'high' AND alert_data ->> 'crisis_intervention_id' = :incident")
        .bind("person", incident.person().value())
        .bind("incident", incident.id().toString())
        .execute();
  }

  /**
   * Carries out what follows where no incident is: notices and alerts.
   *
   * @throws IllegalArgumentException for what only an incident can have done
   */
  public void follow(Handle handle, Effect effect, Instant now) {
    switch (effect) {
      case Effect.Send send ->
          outbox.add(handle, message(send, Optional.empty(), Optional.empty()), now);
      case Effect.AlarmOperators alarm -> alerts.raise(handle, alarm, now);
      case Effect.SetTimer _,
          Effect.WithdrawPages _,
          Effect.AlertHousehold _,
          Effect.AskPerson _,
          Effect.Close _,
          Effect.Happened _ ->
          throw new IllegalArgumentException("Only an incident can have that done");
    }
  }

  private void carryOut(Handle handle, Incident incident, Effect effect, Instant now) {
    switch (effect) {
      case Effect.Send send -> sendFor(handle, incident, send, now);
      case Effect.SetTimer(IncidentEvent.Timer timer, Instant at) ->
          Agenda.timer(handle, incident.id().value(), incident.step(), timer, at);
      case Effect.WithdrawPages(List<ContactId> keep) -> withdraw(handle, incident, keep, now);
      case Effect.AlarmOperators alarm -> alerts.raise(handle, alarm, now);
      case Effect.AlertHousehold alert -> alertHousehold(handle, incident, alert, now);
      case Effect.AskPerson ask -> person.ask(handle, incident.person(), incident.id(), ask, now);
      case Effect.Close(String outcome) -> close(handle, incident, outcome);
      case Effect.Happened(String what, Map<String, String> details) ->
          happened(handle, incident, what, details, now);
    }
  }

  private void sendFor(Handle handle, Incident incident, Effect.Send send, Instant now) {
    NewMessage message =
        message(send, Optional.of(incident.person().value()), Optional.of(incident));
    if (send.purpose() == Effect.Purpose.PAGE) {
      withdraw(handle, "purpose = 'page' AND address = :address", incident, now)
          .bind("address", message.address())
          .execute();
    }
    outbox.add(handle, message, now);
  }

  private static NewMessage message(
      Effect.Send send, Optional<UUID> person, Optional<Incident> incident) {
    Recipient to = send.recipient();
    ChannelName channel =
        switch (to) {
          case Recipient.ContactPhone _, Recipient.FamilyPhone _ -> ChannelName.SMS;
          case Recipient.ContactMail _, Recipient.FamilyMail _, Recipient.OperatorMail _ ->
              ChannelName.EMAIL;
        };
    Optional<UUID> contact =
        switch (to) {
          case Recipient.ContactPhone phone -> Optional.of(phone.contact().value());
          case Recipient.ContactMail mail -> Optional.of(mail.contact().value());
          case Recipient.FamilyPhone _, Recipient.FamilyMail _, Recipient.OperatorMail _ ->
              Optional.empty();
        };
    Optional<UUID> member =
        switch (to) {
          case Recipient.FamilyPhone phone -> Optional.of(phone.member().value());
          case Recipient.FamilyMail mail -> Optional.of(mail.member().value());
          case Recipient.ContactPhone _, Recipient.ContactMail _, Recipient.OperatorMail _ ->
              Optional.empty();
        };
    return new NewMessage(
        UUID.randomUUID(),
        person,
        Optional.empty(),
        channel,
        address(to),
        Optional.empty(),
        send.purpose().word(),
        true,
        false,
        send.words().subject(),
        send.words().text(),
        incident.map(one ->
            new NewMessage.Incident(one.id().value(), contact, member, one.step(), send.code())),
        send.otherwise()
            .map(mail ->
                new NewMessage.Letter(
                    mail.to().value(), mail.words().subject(), mail.words().text())),
        Optional.empty());
  }

  static String address(Recipient to) {
    return switch (to) {
      case Recipient.ContactPhone phone -> phone.number().e164();
      case Recipient.FamilyPhone phone -> phone.number().e164();
      case Recipient.ContactMail mail -> mail.mail().value();
      case Recipient.FamilyMail mail -> mail.mail().value();
      case Recipient.OperatorMail mail -> mail.mail().value();
    };
  }

  private static void withdraw(
      Handle handle, Incident incident, List<ContactId> keep, Instant now) {
    String which =
        "(purpose = 'page' OR (:danger AND (contact_id IS NOT NULL OR member_id IS NOT NULL)))"
            + " AND (contact_id IS NULL OR NOT (contact_id = ANY(:keep)))";
    withdraw(handle, which, incident, now)
        .bind("danger", incident.closeDanger())
        .bindArray("keep", UUID.class, keep.stream().map(ContactId::value).toList())
        .execute();
  }

  /**
   * What waits is taken back. What a provider may already have is marked: its fate is still found
   * out, since a contact who got it may answer, but it is never handed over again.
   */
  private static Update withdraw(Handle handle, String which, Incident incident, Instant now) {
    return handle
        .createUpdate(
            "UPDATE gateway.outbox SET superseded = true,"
                + " payload = CASE WHEN lost_since IS NULL THEN '' ELSE payload END,"
                + " state = CASE WHEN lost_since IS NULL THEN 'withdrawn' ELSE state END,"
                + " ended_at = CASE WHEN lost_since IS NULL THEN :now ELSE ended_at END"
                + " WHERE incident_id = :incident AND state IN ('waiting', 'sending') AND "
                + which)
        .bind("incident", incident.id().value())
        .bind("now", Rows.at(now));
  }

  private static void alertHousehold(
      Handle handle, Incident incident, Effect.AlertHousehold alert, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO public.family_alerts (household_id, member_user_id, alert_type, severity,"
                + " title, description, alert_data, created_at) VALUES (:household, :member,"
                + " 'crisis', :severity, :title, :description, CAST(:data AS jsonb), :now)")
        .bind("household", alert.household())
        .bind("member", incident.person().value())
        .bind("severity", alert.critical() ? "critical" : "high")
        .bind("title", alert.title())
        .bind("description", alert.description())
        .bind("data", Rows.write(Map.of("crisis_intervention_id", incident.id().toString())))
        .bind("now", Rows.at(now))
        .execute();
  }

  private static void close(Handle handle, Incident incident, String outcome) {
    handle
        .createUpdate("UPDATE public.crisis_interventions SET outcome = :outcome WHERE id = :id")
        .bind("outcome", outcome)
        .bind("id", incident.id().value())
        .execute();
  }

  private static void happened(
      Handle handle, Incident incident, String what, Map<String, String> details, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO gateway.incident_events (incident_id, user_id, at, what, details)"
                + " VALUES (:incident, :user, :now, :what, CAST(:details AS jsonb))")
        .bind("incident", incident.id().value())
        .bind("user", incident.person().value())
        .bind("now", Rows.at(now))
        .bind("what", what)
        .bind("details", Rows.write(details))
        .execute();
  }

  private static String data(Incident incident) {
    return Rows.write(
        Map.of(
            "level", incident.level().word(),
            "categories", incident.categories().stream().map(Category::word).toList(),
            "contacts_told", incident.told().size(),
            "close_danger", incident.closeDanger()));
  }
}
