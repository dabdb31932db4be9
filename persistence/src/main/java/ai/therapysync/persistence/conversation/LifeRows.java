package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.practice.insight.Life;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.practice.GoalReading;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Loads the last weeks of a person, from rows that anybody may have written. */
final class LifeRows {
  private static final String LOAD =
      """
      SELECT json_build_object(
        'profile', (SELECT to_json(p) FROM public.profiles p WHERE p.id = :user),
        'config', (SELECT to_json(w) FROM public.whatsapp_config w WHERE w.user_id = :user),
        'culture', (SELECT to_json(c) FROM public.user_cultural_profiles c WHERE c.user_id = :user),
        'number', (SELECT '+' || gateway.digits(i.phone_number) FROM public.whatsapp_integrations i
          WHERE i.user_id = :user AND i.is_verified AND i.is_active
          ORDER BY i.created_at, i.id LIMIT 1),
        'troubled', EXISTS (SELECT 1 FROM public.crisis_assessments a WHERE a.user_id = :user
            AND a.created_at > CAST(:now AS timestamptz) - interval '1 day')
          OR EXISTS (SELECT 1 FROM public.crisis_interventions c WHERE c.user_id = :user
            AND (c.completed_at IS NULL
              OR c.completed_at > CAST(:now AS timestamptz) - interval '3 days')),
        'goals', (SELECT json_agg(to_json(g)) FROM public.goals g WHERE g.user_id = :user
          AND g.status = 'active' AND coalesce(g.is_completed, false) = false),
        'reached', (SELECT json_agg(to_json(g)) FROM public.goals g WHERE g.user_id = :user
          AND (g.is_completed OR g.status = 'completed')
          AND g.last_progress_date > CAST(:now AS timestamptz)::date - 10),
        'days', (SELECT json_agg(d) FROM (SELECT DISTINCT d.day FROM gateway.goal_days d
          WHERE d.user_id = :user AND d.day > CAST(:now AS timestamptz)::date - 30
          UNION SELECT g.last_progress_date FROM public.goals g WHERE g.user_id = :user
            AND g.last_progress_date IS NOT NULL) d),
        'moods', (SELECT json_agg(json_build_object('mood', m.mood, 'at', m.created_at))
          FROM public.mood_entries m WHERE m.user_id = :user
            AND m.created_at > CAST(:now AS timestamptz) - interval '28 days'),
        'themes', (SELECT json_agg(s.ai_insights -> 'themes') FROM public.therapy_sessions s
          WHERE s.user_id = :user AND s.start_time > CAST(:now AS timestamptz) - interval '14 days'
            AND s.created_at > CAST(:now AS timestamptz) - interval '30 days'
            AND jsonb_typeof(s.ai_insights -> 'themes') = 'array'),
        'talks', (SELECT count(DISTINCT m."timestamp"::date) FROM public.whatsapp_messages m
          WHERE m.user_id = :user AND m.sender_type = 'user'
            AND m."timestamp" > CAST(:now AS timestamptz) - interval '14 days'),
        'helped', (SELECT m.content FROM public.conversation_memory m WHERE m.user_id = :user
          AND m.memory_type = 'what_helped' AND coalesce(m.is_active, true)
          ORDER BY m.importance_score DESC NULLS LAST, m.created_at DESC LIMIT 1),
        'questionnaires', (SELECT json_agg(q) FROM (SELECT a.instrument, max(a.created_at) AS at
          FROM public.assessments a WHERE a.user_id = :user AND a.score IS NOT NULL
          GROUP BY a.instrument) q),
        'contacts', (SELECT json_build_object('all', count(*), 'ready', count(*) FILTER (WHERE
            r.verified_at IS NOT NULL AND coalesce(r.declined_at < r.verified_at, true)))
          FROM public.emergency_contacts c
          LEFT JOIN gateway.contact_readiness r ON r.contact_id = c.id
          WHERE c.user_id = :user AND coalesce(c.is_active, true)),
        'checks_in', EXISTS (SELECT 1 FROM gateway.check_ins k WHERE k.user_id = :user),
        'made', (SELECT json_agg(m) FROM (
          SELECT n.insight_type AS type, n.goal_id, max(n.created_at) AS at
          FROM public.goal_insights n WHERE n.user_id = :user GROUP BY 1, 2
          UNION ALL
          SELECT r.recommendation_type, NULL, max(r.created_at)
          FROM public.personalized_recommendations r WHERE r.user_id = :user GROUP BY 1) m))::text
      """;

  private LifeRows() {}

  /** Empty for someone in trouble: nothing is made for them. */
  static Optional<Life> load(Handle handle, UUID user, Instant now) {
    JsonNode row =
        Rows.json(
            handle
                .createQuery(LOAD)
                .bind("user", user)
                .bind("now", Rows.at(now))
                .mapTo(String.class)
                .one());
    return Rows.flag(row, "troubled", false) ? Optional.empty() : Optional.of(life(user, row, now));
  }

  private static Life life(UUID user, JsonNode row, Instant now) {
    Optional<PhoneNumber> number =
        Rows.text(row, "number").flatMap(written -> PhoneNumber.parse(written, "ZZ"));
    Person person = Persons.read(user, row, number);
    ZoneId zone = person.zone();
    LocalDate today = now.atZone(zone).toLocalDate();
    return new Life(
        person.language(),
        today,
        held(row.path("goals"), zone, today),
        held(row.path("reached"), zone, today),
        days(row.path("days")),
        moods(row.path("moods"), zone),
        themes(row.path("themes")),
        Rows.text(row, "helped"),
        questionnaires(row.path("questionnaires"), zone),
        new Life.Contacts(
            row.path("contacts").path("all").asInt(), row.path("contacts").path("ready").asInt()),
        row.path("talks").asInt(),
        Rows.flag(row, "checks_in", false),
        made(row.path("made"), zone));
  }

  private static List<Life.Held> held(JsonNode rows, ZoneId zone, LocalDate today) {
    List<Life.Held> held = new ArrayList<>();
    rows.forEach(row ->
        held.add(
            new Life.Held(
                GoalReading.goal(row),
                Rows.instant(row, "created_at")
                    .map(at -> at.atZone(zone).toLocalDate())
                    .orElse(today))));
    return held;
  }

  private static Set<LocalDate> days(JsonNode rows) {
    Set<LocalDate> days = new HashSet<>();
    rows.forEach(row -> days.add(LocalDate.parse(row.path("day").asText())));
    return days;
  }

  private static List<Life.Mood> moods(JsonNode rows, ZoneId zone) {
    List<Life.Mood> moods = new ArrayList<>();
    rows.forEach(row ->
        Rows.instant(row, "at")
            .ifPresent(at ->
                moods.add(new Life.Mood(at.atZone(zone).toLocalDate(), row.path("mood").asInt()))));
    return moods;
  }

  private static Map<String, Integer> themes(JsonNode rows) {
    Map<String, Integer> themes = new HashMap<>();
    rows.forEach(talk -> talk.forEach(theme -> themes.merge(theme.asText(), 1, Integer::sum)));
    return themes;
  }

  private static Map<String, LocalDate> questionnaires(JsonNode rows, ZoneId zone) {
    Map<String, LocalDate> last = new HashMap<>();
    rows.forEach(row ->
        Rows.instant(row, "at")
            .ifPresent(
                at -> last.put(row.path("instrument").asText(), at.atZone(zone).toLocalDate())));
    return last;
  }

  private static List<Life.Made> made(JsonNode rows, ZoneId zone) {
    List<Life.Made> made = new ArrayList<>();
    rows.forEach(row ->
        Rows.instant(row, "at")
            .ifPresent(at ->
                made.add(
                    new Life.Made(
                        row.path("type").asText(),
                        Rows.uuid(row, "goal_id"),
                        at.atZone(zone).toLocalDate()))));
    return made;
  }
}
