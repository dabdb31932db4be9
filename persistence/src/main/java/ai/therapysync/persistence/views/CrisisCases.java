package ai.therapysync.persistence.views;

import ai.therapysync.conversation.person.FirstName;
import ai.therapysync.conversation.person.NumberZone;
import ai.therapysync.conversation.person.PersonLanguage;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.person.SettingsRows;
import ai.therapysync.persistence.resources.CrisisInterventions;
import ai.therapysync.persistence.views.CrisisCase.Standing;
import ai.therapysync.persistence.views.CrisisCase.Who;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads an incident with all that an operator needs to work on it. */
public final class CrisisCases {
  /**
   * What is no row of {@code public} that a caller reads, or a setting that tells where they are.
   */
  private static final String ABOUT =
      """
      SELECT json_build_object(
        'preferred', p.preferred_language,
        'primary', (SELECT c.primary_language FROM public.user_cultural_profiles c
          WHERE c.user_id = p.id),
        'config', (SELECT to_json(w) FROM public.whatsapp_config w WHERE w.user_id = p.id),
        'numbers', (SELECT json_agg(i.phone_number ORDER BY i.created_at, i.id)
          FROM public.whatsapp_integrations i
          WHERE i.user_id = p.id AND i.is_verified AND i.is_active),
        'categories', (SELECT to_json(e.categories) FROM gateway.escalations e
          WHERE e.incident_id = :incident),
        'contact', (SELECT c.name FROM gateway.escalations e
          JOIN public.emergency_contacts c ON c.id = e.responder_contact
          WHERE e.incident_id = :incident),
        'operator', (SELECT coalesce(nullif(o.name, ''), o.email, u.email)
          FROM gateway.escalations e
          LEFT JOIN public.profiles o ON o.id = e.responder_operator
          LEFT JOIN auth.users u ON u.id = e.responder_operator
          WHERE e.incident_id = :incident))::text
      FROM public.profiles p WHERE p.id = :person
      """;

  private CrisisCases() {}

  /** One that the caller sees. */
  public static Optional<CrisisCase> find(Acting acting, UUID incident) {
    return CrisisInterventions.find(acting, incident).map(row -> read(acting, incident, row));
  }

  /** Whose it is, if the caller sees it. */
  public static Optional<UUID> person(Acting acting, UUID incident) {
    return CrisisInterventions.find(acting, incident).flatMap(row -> Rows.uuid(row, "user_id"));
  }

  private static CrisisCase read(Acting acting, UUID incident, ObjectNode row) {
    UUID person = Rows.uuid(row, "user_id").orElseThrow();
    ObjectNode ladder = Ladders.of(acting, incident);
    JsonNode about = about(acting, incident, person);
    return new CrisisCase(
        incident,
        row.path("status").asText(),
        Rows.instant(row, "created_at"),
        Rows.instant(row, "completed_at"),
        Rows.text(row, "outcome").orElse(""),
        who(acting, person, about),
        standing(acting, ladder, about),
        CaseLadder.read(acting, ladder));
  }

  private static JsonNode about(Acting acting, UUID incident, UUID person) {
    return Rows.json(
        acting.asOwner(owner ->
            owner
                .createQuery(ABOUT)
                .bind("incident", incident)
                .bind("person", person)
                .mapTo(String.class)
                .one()));
  }

  private static Who who(Acting acting, UUID person, JsonNode about) {
    String language =
        PersonLanguage.choose(Rows.text(about, "preferred"), Rows.text(about, "primary"))
            .locale()
            .getDisplayLanguage(Locale.ENGLISH);
    Optional<PhoneNumber> number =
        Rows.texts(about, "numbers").stream()
            .flatMap(one -> PhoneNumber.parse(one, "ZZ").stream())
            .findFirst();
    ZoneId configured = SettingsRows.read(about.path("config")).settings().hours().zone();
    return new Who(
        person,
        CrisisQueue.names(acting.handle(), List.of(person)).getOrDefault(person, ""),
        language,
        NumberZone.choose(configured, number));
  }

  private static Standing standing(Acting acting, ObjectNode ladder, JsonNode about) {
    Optional<UUID> operator = Rows.uuid(ladder, "responder_operator_id");
    return new Standing(
        ladder.path("level").asText(""),
        Rows.texts(about, "categories"),
        ladder.path("state").asText(""),
        ladder.path("round").asInt(),
        Rows.text(ladder, "reached").orElse(""),
        Rows.instant(ladder, "deadline"),
        Rows.text(about, "operator")
            .or(() -> Rows.text(about, "contact").map(FirstName::of))
            .orElse(""),
        operator.filter(acting.caller()::is).isPresent(),
        Rows.flag(ladder, "close_danger", false));
  }
}
