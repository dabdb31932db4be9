package ai.therapysync.gateway.api;

import static ai.therapysync.gateway.api.field.Field.always;
import static ai.therapysync.gateway.api.field.Field.needed;
import static ai.therapysync.gateway.api.field.Field.optional;

import ai.therapysync.gateway.api.field.Fault;
import ai.therapysync.gateway.api.field.Kind;
import ai.therapysync.gateway.api.field.Shape;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/**
 * What may be written into each resource, with the limits of every field. Columns that only the
 * gateway writes are fixed.
 */
public final class Shapes {
  private static final Kind LINE = new Kind.Text(200);
  private static final Kind WORD = new Kind.Text(60);
  private static final Kind STORY = new Kind.Text(4_000);
  private static final Kind FLAG = new Kind.Flag();
  private static final Kind MOOD = new Kind.Whole(1, 10);
  private static final Kind COUNT = new Kind.Whole(0, 100_000);
  private static final Kind AMOUNT =
      new Kind.Decimal(BigDecimal.ZERO, new BigDecimal("1000000000"));
  private static final Kind SHARE = new Kind.Decimal(BigDecimal.ZERO, BigDecimal.ONE);
  private static final Kind LIST = new Kind.Texts(50, 200);
  private static final Kind TREE = new Kind.Tree(20_000);

  /** A person's name and languages; the address belongs to the login. */
  public static final Shape PROFILE =
      Shape.of(
          Set.of("id", "email", "subscription_plan", "created_at", "updated_at"),
          always("name", LINE),
          optional("avatar_url", new Kind.Web()),
          optional("preferred_language", new Kind.Tongue()),
          optional("preferred_currency", new Kind.Text(3)),
          optional("onboarding_complete", FLAG));

  /** How the gateway talks with a person. */
  public static final Shape SETTINGS =
      Shape.of(
              Set.of("id", "user_id", "created_at", "updated_at"),
              optional("ai_personality_id", WORD).otherwise("\"default\""),
              optional("response_delay_seconds", new Kind.Whole(0, 3_600)).otherwise("2"),
              optional("business_hours_enabled", FLAG).otherwise("false"),
              optional("business_hours_start", new Kind.TimeOfDay()).otherwise("null"),
              optional("business_hours_end", new Kind.TimeOfDay()).otherwise("null"),
              optional("business_timezone", new Kind.Zone()).otherwise("\"UTC\""),
              optional("auto_responses_enabled", FLAG).otherwise("true"),
              optional("crisis_escalation_enabled", FLAG).otherwise("true"),
              optional("message_encryption_enabled", FLAG).otherwise("true"))
          .together(Shapes::hours);

  /** What to respect in how a person is talked with. */
  public static final Shape CULTURE =
      Shape.of(
          Set.of("id", "user_id", "created_at", "updated_at"),
          always("primary_language", new Kind.Tongue()).otherwise("\"en\""),
          optional("cultural_background", LINE).otherwise("null"),
          always("family_structure", WORD).otherwise("\"individual\""),
          always("communication_style", WORD).otherwise("\"direct\""),
          always("religious_considerations", FLAG).otherwise("false"),
          optional("religious_details", new Kind.Text(1_000)).otherwise("null"),
          always("therapy_approach_preferences", LIST).otherwise("[]"),
          always("cultural_sensitivities", LIST).otherwise("[]"));

  /** A number of a person's; whether it is verified its code decides. */
  public static final Shape INTEGRATION =
      Shape.of(
          Set.of("id", "user_id", "is_verified", "created_at", "updated_at"),
          needed("phone_number", new Kind.Phone()),
          optional("webhook_url", new Kind.Web()),
          optional("business_account_id", LINE),
          optional("is_active", FLAG));

  /** Somebody who is called when the person is in danger. */
  public static final Shape CONTACT =
      Shape.of(
              Set.of("id", "user_id", "created_at", "updated_at"),
              needed("name", LINE),
              optional("phone_number", new Kind.Text(40)),
              optional("email", new Kind.Mail()),
              optional("relationship", LINE),
              always("contact_type", WORD),
              optional("is_primary", FLAG),
              optional("is_active", FLAG),
              optional("notes", new Kind.Text(2_000)),
              always("must_not_be_told", FLAG),
              always("safe_for_abuse", FLAG))
          .together(Shapes::reachable);

  /** Something that a person wants to reach. */
  public static final Shape GOAL =
      Shape.of(
          Set.of("id", "user_id", "created_at", "updated_at"),
          needed("title", LINE),
          optional("description", STORY),
          needed("category", WORD),
          optional("target_value", AMOUNT),
          optional("current_progress", AMOUNT),
          optional("target_date", new Kind.Day()),
          always(
              "status",
              new Kind.Word(
                  List.of("active", "paused", "completed", "abandoned", "cancelled", "archived"))),
          always("priority", new Kind.Word(List.of("low", "medium", "high", "urgent"))),
          optional("is_completed", FLAG),
          optional("streak_count", COUNT),
          optional("best_streak", COUNT),
          optional("last_progress_date", new Kind.Day()));

  /** Something that is remembered of a person. */
  public static final Shape MEMORY =
      Shape.of(
          Set.of("id", "user_id", "created_at", "updated_at"),
          optional("session_id", new Kind.Reference()),
          needed("memory_type", WORD),
          needed("title", LINE),
          needed("content", STORY),
          optional("tags", LIST),
          optional("emotional_context", TREE),
          optional("importance_score", SHARE),
          optional("is_active", FLAG));

  /** A talk, from its first message to its quiet end. */
  public static final Shape SESSION =
      Shape.of(
              Set.of("id", "user_id", "ai_insights", "crisis_flags", "created_at"),
              optional("therapist_personality_id", new Kind.Reference()),
              always("start_time", new Kind.Moment()),
              optional("end_time", new Kind.Moment()),
              always("session_type", WORD),
              optional("mood_before", MOOD),
              optional("mood_after", MOOD),
              optional("session_notes", new Kind.Text(20_000)))
          .together(Shapes::order);

  /** The answer to an invitation into a household. */
  public static final Shape INVITATION =
      Shape.of(
          Set.of(), needed("invitation_status", new Kind.Word(List.of("accepted", "declined"))));

  /** A voice that people can choose. */
  public static final Shape PERSONALITY =
      Shape.of(
          Set.of("id", "created_at"),
          needed("name", LINE),
          needed("title", LINE),
          needed("description", STORY),
          needed("approach", LINE),
          always("specialties", LIST),
          needed("communication_style", LINE),
          optional("personality_traits", TREE),
          optional("effectiveness_areas", TREE),
          optional("color_scheme", LINE),
          optional("icon", WORD),
          optional("is_active", FLAG));

  /** An operator's words to a person. */
  public static final Shape MESSAGE = Shape.of(Set.of(), needed("content", STORY));

  /** How an incident ended. */
  public static final Shape OUTCOME = Shape.of(Set.of(), needed("outcome", new Kind.Text(2_000)));

  private Shapes() {}

  /** Hours that are switched on need both ends; one end alone is a slip. */
  private static List<Fault> hours(JsonNode row) {
    boolean starts = row.hasNonNull("business_hours_start");
    boolean ends = row.hasNonNull("business_hours_end");
    if (starts == ends) {
      return List.of();
    }
    return List.of(
        new Fault(
            starts ? "business_hours_end" : "business_hours_start",
            "is missing: hours have a start and an end, or neither"));
  }

  private static List<Fault> reachable(JsonNode row) {
    return row.hasNonNull("phone_number") || row.hasNonNull("email")
        ? List.of()
        : List.of(
            new Fault(
                "phone_number", "is missing: a contact has a number, a mail address or both"));
  }

  private static List<Fault> order(JsonNode row) {
    if (!row.hasNonNull("end_time") || !row.hasNonNull("start_time")) {
      return List.of();
    }
    OffsetDateTime start = OffsetDateTime.parse(row.path("start_time").asText());
    OffsetDateTime end = OffsetDateTime.parse(row.path("end_time").asText());
    return end.isBefore(start) ? List.of(new Fault("end_time", "is before start_time")) : List.of();
  }
}
