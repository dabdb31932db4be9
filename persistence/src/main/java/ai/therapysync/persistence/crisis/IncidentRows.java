package ai.therapysync.persistence.crisis;

import ai.therapysync.crisis.incident.Aftercare;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Responder;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.persistence.database.Rows;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** An incident as rows: {@code public.crisis_interventions} and {@code gateway.escalations}. */
final class IncidentRows {
  private static final String UPSERT =
      """
      INSERT INTO gateway.escalations (incident_id, user_id, level, categories, subject, state, step,
        round, paged, deadline, accepted, responder_contact, responder_operator, reached, told_of_cry_at,
        told, close_danger, safe_replies, family_told, troubled_at, check_ins, checked_in_at,
        safe_at, updated_at)
      VALUES (:id, :user, :level, :categories, :subject, :state, :step, :round, :paged, :deadline, :accepted,
        :contact, :operator, :reached, :cry, :told, :danger, :replies, :family, :troubled, :checkIns, :checkedIn,
        :safe, :now)
      ON CONFLICT (incident_id) DO UPDATE SET
        level = EXCLUDED.level, categories = EXCLUDED.categories,
        subject = EXCLUDED.subject, state = EXCLUDED.state,
        step = EXCLUDED.step, round = EXCLUDED.round, paged = EXCLUDED.paged,
        deadline = EXCLUDED.deadline, accepted = EXCLUDED.accepted,
        responder_contact = EXCLUDED.responder_contact,
        responder_operator = EXCLUDED.responder_operator, reached = EXCLUDED.reached,
        told_of_cry_at = EXCLUDED.told_of_cry_at, told = EXCLUDED.told,
        close_danger = EXCLUDED.close_danger, safe_replies = EXCLUDED.safe_replies,
        family_told = EXCLUDED.family_told, troubled_at = EXCLUDED.troubled_at,
        check_ins = EXCLUDED.check_ins, checked_in_at = EXCLUDED.checked_in_at,
        safe_at = EXCLUDED.safe_at, updated_at = EXCLUDED.updated_at
      """;

  private IncidentRows() {}

  /**
   * An incident from the JSON of both rows; the second is null where somebody else wrote the first.
   */
  static Incident read(JsonNode intervention, JsonNode escalation) {
    IncidentId id = new IncidentId(uuid(intervention, "id"));
    PersonId person = new PersonId(uuid(intervention, "user_id"));
    Instant opened = Rows.instant(intervention, "created_at").orElse(Instant.EPOCH);
    String status = Rows.text(intervention, "status").orElse("pending");
    if (escalation.isNull() || escalation.isMissingNode()) {
      return new Incident(
          id,
          person,
          RiskLevel.HIGH,
          List.of(),
          Subject.SELF,
          opened,
          foreign(status),
          0,
          List.of(),
          false,
          0,
          false,
          Aftercare.since(opened));
    }
    return new Incident(
        id,
        person,
        RiskLevel.valueOf(escalation.path("level").asText().toUpperCase(Locale.ROOT)),
        Rows.texts(escalation, "categories").stream()
            .map(word -> Category.valueOf(word.toUpperCase(Locale.ROOT)))
            .toList(),
        escalation.path("subject").asText().equals(Subject.SOMEONE_ELSE.word())
            ? Subject.SOMEONE_ELSE
            : Subject.SELF,
        opened,
        state(escalation, status),
        escalation.path("step").asInt(),
        contacts(escalation, "told"),
        escalation.path("close_danger").asBoolean(),
        escalation.path("safe_replies").asInt(),
        escalation.path("family_told").asBoolean(),
        new Aftercare(
            Rows.instant(escalation, "troubled_at").orElse(opened),
            escalation.path("check_ins").asInt(),
            Rows.instant(escalation, "checked_in_at"),
            Rows.instant(escalation, "safe_at")));
  }

  /** Writes the ladder's own row. */
  static void write(Handle handle, Incident incident, Instant now) {
    Shape shape = Shape.of(incident.state());
    handle
        .createUpdate(UPSERT)
        .bind("id", incident.id().value())
        .bind("user", incident.person().value())
        .bind("level", incident.level().word())
        .bindArray(
            "categories", String.class, incident.categories().stream().map(Category::word).toList())
        .bind("subject", incident.subject().word())
        .bind("state", shape.state())
        .bind("step", incident.step())
        .bind("round", shape.round())
        .bindArray("paged", UUID.class, ids(shape.paged()))
        .bind("deadline", shape.deadline().map(Rows::at).orElse(null))
        .bind("accepted", shape.accepted())
        .bind("contact", shape.contact().orElse(null))
        .bind("operator", shape.operator().orElse(null))
        .bind("reached", shape.reached().orElse(null))
        .bind("cry", shape.toldOfCry().map(Rows::at).orElse(null))
        .bindArray("told", UUID.class, ids(incident.told()))
        .bind("danger", incident.closeDanger())
        .bind("replies", incident.safeReplies())
        .bind("family", incident.familyTold())
        .bind("troubled", Rows.at(incident.aftercare().troubledAt()))
        .bind("checkIns", incident.aftercare().asked())
        .bind("checkedIn", incident.aftercare().askedAt().map(Rows::at).orElse(null))
        .bind("safe", incident.aftercare().safeAt().map(Rows::at).orElse(null))
        .bind("now", Rows.at(now))
        .execute();
  }

  /** The columns of a state, those that it does not have empty. */
  private record Shape(
      String state,
      int round,
      List<ContactId> paged,
      Optional<Instant> deadline,
      boolean accepted,
      Optional<UUID> contact,
      Optional<UUID> operator,
      Optional<String> reached,
      Optional<Instant> toldOfCry) {

    static Shape of(IncidentState state) {
      return switch (state) {
        case IncidentState.Climbing climbing ->
            new Shape(
                "climbing",
                climbing.round(),
                climbing.paged(),
                Optional.of(climbing.deadline()),
                climbing.accepted(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        case IncidentState.Held held ->
            new Shape(
                "held",
                held.round(),
                held.paged(),
                Optional.empty(),
                true,
                contactOf(held.responder()),
                operatorOf(held.responder()),
                Optional.of(held.check().name().toLowerCase(Locale.ROOT)),
                held.toldOfCry());
        case IncidentState.Unanswered _ -> bare("unanswered");
        case IncidentState.Resolved _ -> bare("resolved");
      };
    }

    private static Shape bare(String state) {
      return new Shape(
          state,
          0,
          List.of(),
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
  }

  private static Optional<UUID> contactOf(Responder responder) {
    return responder instanceof Responder.OfContact(ContactId id)
        ? Optional.of(id.value())
        : Optional.empty();
  }

  private static Optional<UUID> operatorOf(Responder responder) {
    return responder instanceof Responder.OfOperator(UUID id) ? Optional.of(id) : Optional.empty();
  }

  /** The status column rules: somebody may have changed it by hand. */
  private static IncidentState state(JsonNode row, String status) {
    IncidentState kept = kept(row);
    boolean agrees =
        switch (kept) {
          case IncidentState.Climbing _ -> status.equals("pending") || status.equals("notified");
          case IncidentState.Held _ -> status.equals("acknowledged");
          case IncidentState.Unanswered _ -> !status.equals("acknowledged");
          case IncidentState.Resolved _ -> status.equals("resolved");
        };
    return agrees ? kept : foreign(status);
  }

  private static IncidentState kept(JsonNode row) {
    return switch (row.path("state").asText()) {
      case "climbing" ->
          new IncidentState.Climbing(
              row.path("round").asInt(),
              contacts(row, "paged"),
              Rows.instant(row, "deadline").orElse(Instant.EPOCH),
              row.path("accepted").asBoolean());
      case "held" ->
          new IncidentState.Held(
              responder(row),
              IncidentState.Check.valueOf(
                  Rows.text(row, "reached").orElse("unasked").toUpperCase(Locale.ROOT)),
              row.path("round").asInt(),
              contacts(row, "paged"),
              Rows.instant(row, "told_of_cry_at"));
      case "resolved" -> new IncidentState.Resolved();
      default -> new IncidentState.Unanswered(!Rows.texts(row, "told").isEmpty());
    };
  }

  private static IncidentState foreign(String status) {
    return switch (status) {
      case "acknowledged" ->
          new IncidentState.Held(
              new Responder.Unrecorded(),
              IncidentState.Check.REACHED,
              1,
              List.of(),
              Optional.empty());
      case "resolved" -> new IncidentState.Resolved();
      default -> new IncidentState.Unanswered(false);
    };
  }

  private static Responder responder(JsonNode row) {
    return Rows.uuid(row, "responder_contact")
        .<Responder>map(id -> new Responder.OfContact(new ContactId(id)))
        .or(() -> Rows.uuid(row, "responder_operator").map(Responder.OfOperator::new))
        .orElseGet(Responder.Unrecorded::new);
  }

  private static List<ContactId> contacts(JsonNode row, String field) {
    return Rows.texts(row, field).stream().map(UUID::fromString).map(ContactId::new).toList();
  }

  private static List<UUID> ids(List<ContactId> contacts) {
    return contacts.stream().map(ContactId::value).toList();
  }

  private static UUID uuid(JsonNode row, String field) {
    return Rows.uuid(row, field).orElseThrow();
  }
}
