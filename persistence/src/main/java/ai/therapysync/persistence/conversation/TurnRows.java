package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.handover.Hold;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.message.Understanding;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.PersonLanguage;
import ai.therapysync.conversation.practice.memory.MemoryTalk;
import ai.therapysync.conversation.reply.ReplyRequest;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.conversation.turn.TurnId;
import ai.therapysync.conversation.turn.TurnSituation;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.persistence.crisis.Incidents;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.person.SettingsRows;
import ai.therapysync.persistence.practice.AskedRows;
import ai.therapysync.persistence.practice.ContactRows;
import ai.therapysync.persistence.practice.RememberedRows;
import ai.therapysync.persistence.practice.WorkRows;
import ai.therapysync.persistence.sealing.DataKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Loads all that an answer is written from. */
public final class TurnRows {
  private static final String LOAD =
      """
      SELECT json_build_object(
        'profile', (SELECT to_json(p) FROM public.profiles p WHERE p.id = :person),
        'config', (SELECT to_json(w) FROM public.whatsapp_config w WHERE w.user_id = :person),
        'culture', (SELECT to_json(c) FROM public.user_cultural_profiles c
          WHERE c.user_id = :person),
        'personality', (SELECT to_json(t) FROM public.therapist_personalities t
          WHERE coalesce(t.is_active, true) AND t.id::text = (
            SELECT lower(trim(w.ai_personality_id)) FROM public.whatsapp_config w WHERE w.user_id = :person)),
        'incoming', (SELECT json_agg(json_build_object('id', m.id, 'type', m.message_type,
            'content', coalesce(w.content, m.content), 'inbound', i.id, 'details', i.content)
              ORDER BY m."timestamp", m.id)
          FROM gateway.inbound i JOIN public.whatsapp_messages m ON m.id = i.message_id
          LEFT JOIN gateway.withdrawn_words w ON w.message_id = m.id
          WHERE i.turn_id = :turn AND (%4$s OR w.message_id IS NOT NULL)),
        'history', (SELECT json_agg(h) FROM (
          SELECT m.id, m.sender_type, m.content, m."timestamp" AS at
          FROM public.whatsapp_messages m WHERE m.user_id = :person AND %4$s
            AND m."timestamp" >= coalesce((SELECT max(f.forgotten_at) FROM gateway.forgettings f
              WHERE f.user_id = :person), '-infinity') AND NOT EXISTS (
            SELECT 1 FROM gateway.inbound i WHERE i.message_id = m.id AND i.turn_id = :turn)
          ORDER BY m."timestamp" DESC, m.id DESC LIMIT 30) h),
        'talk', (SELECT json_build_object('id', s.id, 'mood_before', s.mood_before,
            'mood_after', s.mood_after, 'start', s.start_time, 'last', s.last,
            'troubled', EXISTS (SELECT 1 FROM public.crisis_assessments a
                WHERE a.user_id = :person AND a.created_at > CAST(:now AS timestamptz) - interval '1 day')
              OR EXISTS (SELECT 1 FROM public.crisis_interventions c WHERE c.user_id = :person
                AND (c.completed_at IS NULL OR c.completed_at > CAST(:now AS timestamptz) - interval '3 days')))
          FROM (SELECT 1) one LEFT JOIN LATERAL (
            SELECT t.id, t.mood_before, t.mood_after, t.start_time, coalesce((SELECT max(m."timestamp")
              FROM public.whatsapp_messages m WHERE m.therapy_session_id = t.id), t.start_time) AS last
            FROM public.therapy_sessions t WHERE t.user_id = :person AND t.end_time IS NULL
              AND t.session_type = 'chat' ORDER BY t.start_time DESC, t.id LIMIT 1) s ON true),
        'moods', (SELECT json_agg(m) FROM (SELECT e.mood, e.created_at FROM public.mood_entries e
          WHERE e.user_id = :person ORDER BY e.created_at DESC, e.id LIMIT 14) m),
        'voices', (SELECT json_agg(v) FROM (SELECT t.id, t.name, t.description
          FROM public.therapist_personalities t WHERE coalesce(t.is_active, true)
          ORDER BY t.created_at, t.name, t.id LIMIT 40) v),
        'results', (SELECT json_agg(q) FROM (SELECT a.instrument, a.score, a.created_at
          FROM public.assessments a WHERE a.user_id = :person AND a.score IS NOT NULL
          ORDER BY a.created_at DESC, a.id LIMIT 6) q),
        'happened', (SELECT json_agg(to_json(h)) FROM gateway.happened h WHERE h.user_id = :person),
        'asked', (SELECT to_json(a) FROM gateway.asked a WHERE a.user_id = :person),
        'goals', (SELECT json_agg(to_json(g) ORDER BY g.created_at, g.id) FROM public.goals g
          WHERE g.user_id = :person AND g.status = 'active'
            AND coalesce(g.is_completed, false) = false),
        'achievements', (SELECT json_agg(json_build_object('achievement_type', c.achievement_type,
            'goal_id', c.goal_id, 'title', c.title, 'points_earned', c.points_earned)
            ORDER BY c.unlocked_at, c.id)
          FROM public.goal_achievements c WHERE c.user_id = :person),
        'check_in', (SELECT to_json(k) FROM gateway.check_ins k WHERE k.user_id = :person),
        'ideas', (SELECT json_agg(i) FROM (
          SELECT 'INSIGHT' AS kind, n.id, n.insight_type AS type, n.goal_id, n.description,
            coalesce(n.priority, 5) / 10.0 AS weight, n.created_at
          FROM public.goal_insights n WHERE n.user_id = :person AND n.viewed_at IS NULL
            AND (n.expires_at IS NULL OR n.expires_at > CAST(:now AS timestamptz))
          UNION ALL
          SELECT 'RECOMMENDATION', r.id, r.recommendation_type, NULL, r.description, r.priority_score,
            r.created_at
          FROM public.personalized_recommendations r WHERE r.user_id = :person
            AND r.shown_at IS NULL AND coalesce(r.is_active, true)
          ORDER BY weight DESC, created_at DESC LIMIT 6) i),
        'circle', (%3$s),
        'hold', (%2$s),
        'incident', EXISTS (SELECT 1 FROM public.crisis_interventions ci
          WHERE ci.user_id = :person AND %1$s),
        'away', (SELECT max(a.opening) FROM gateway.away_messages a WHERE a.user_id = :person))::text
      """
          .formatted(
              Incidents.openCondition(), HandoverRows.HOLD, ContactRows.LOAD, WithdrawalRows.SAID);

  private final Contents contents;
  private final MemoryRows memories;
  private final Duration quiet;
  private final MemoryTalk talk = new MemoryTalk();

  /**
   * With the seals that open what was said, and what is remembered.
   *
   * @param quiet after so long a silence a talk is over
   */
  public TurnRows(Contents contents, MemoryRows memories, Duration quiet) {
    this.contents = contents;
    this.memories = memories;
    this.quiet = quiet;
  }

  TurnSituation load(Handle handle, TurnRow turn, Instant now) {
    String json =
        handle
            .createQuery(LOAD)
            .bind("person", turn.person())
            .bind("turn", turn.id())
            .bind("now", Rows.at(now))
            .mapTo(String.class)
            .one();
    JsonNode row = Rows.json(json);
    DataKey key = contents.keyOf(handle, turn.person());
    Optional<PhoneNumber> number = PhoneNumber.parse(turn.address(), "ZZ");
    Person person = Persons.read(turn.person(), row, number);
    List<Incoming> incoming = incoming(row, key);
    List<Memory> recalled = memories.recall(handle, person, words(incoming), now);
    List<Utterance> history = history(row, key);
    Optional<Asked> asked = AskedRows.read(row.path("asked"));
    Work work = WorkRows.read(row, quiet, person.zone(), now);
    if (talk.concerns(words(incoming), asked, person.language())) {
      work = work.remembering(RememberedRows.read(handle, turn.person(), last(history), now));
    }
    ReplyRequest request =
        new ReplyRequest(
            person,
            ChannelName.of(turn.channel()),
            history,
            incoming,
            recalled,
            work.goals().stream().map(Goal::title).toList(),
            turn.concern() ? ReplyRequest.Tone.CONCERN : ReplyRequest.Tone.ORDINARY,
            false);
    return new TurnSituation(
        new TurnId(turn.id()),
        request,
        asked,
        work,
        turn.concern(),
        turn.late(),
        number.map(PhoneNumber::mainRegion).orElse("ZZ"),
        held(row, person, turn.concern()),
        standIns(row, person),
        Rows.instant(row, "away"),
        now);
  }

  private static Optional<String> held(JsonNode row, Person person, boolean concern) {
    Hold hold = HandoverRows.hold(row.path("hold"));
    if (hold == Hold.OPERATOR || (hold == Hold.AWAITED && !concern)) {
      return Optional.of("a human holds the conversation");
    }
    // What waited for a human in an incident is answered as a concern, once nobody holds it.
    if (row.path("incident").asBoolean() && !concern) {
      return Optional.of("an incident is open");
    }
    return person.settings().autoResponses()
        ? Optional.empty()
        : Optional.of("automatic replies are off");
  }

  private static List<String> standIns(JsonNode row, Person person) {
    List<String> standIns = new ArrayList<>();
    if (!person.settings().personalityId().equalsIgnoreCase(person.personality().id())) {
      standIns.add("the chosen personality is not there, the default speaks");
    }
    if (SettingsRows.read(row.path("config")).unknownTimezone().isPresent()) {
      standIns.add("the time zone of the business hours is unknown, UTC counts");
    }
    boolean unknownLanguage =
        Stream.of(
                row.path("profile").path("preferred_language"),
                row.path("culture").path("primary_language"))
            .anyMatch(tag -> PersonLanguage.unknown(Optional.of(tag.asText(""))).isPresent());
    if (unknownLanguage) {
      standIns.add(
          "a language that was set is not spoken here, " + person.language().code() + " counts");
    }
    return standIns;
  }

  private List<Incoming> incoming(JsonNode row, DataKey key) {
    List<Incoming> incoming = new ArrayList<>();
    for (JsonNode message : row.path("incoming")) {
      UUID id = Rows.uuid(message, "id").orElseThrow();
      String said = Utterances.readable(contents, key, message.path("content").asText(), id);
      MessageType type =
          MessageType.valueOf(message.path("type").asText().toUpperCase(Locale.ROOT));
      incoming.add(
          switch (understood(message)) {
            case Understanding.Literal _ -> new Incoming(type, said);
            case Understanding.Chosen chosen -> new Incoming(type, chosen.answer());
            case Understanding.Late _ -> new Incoming(type, said, true);
          });
    }
    return incoming;
  }

  private Understanding understood(JsonNode message) {
    return Rows.text(message, "details")
        .flatMap(
            sealed -> contents.readableOwn(sealed, Rows.uuid(message, "inbound").orElseThrow()))
        .map(Rows::json)
        .map(Details::understood)
        .orElseGet(Understanding.Literal::new);
  }

  private List<Utterance> history(JsonNode row, DataKey key) {
    List<Utterance> history = new ArrayList<>();
    row.path("history").forEach(node -> history.add(Utterances.read(contents, key, node)));
    return history.reversed();
  }

  private static String words(List<Incoming> incoming) {
    return incoming.stream().map(Incoming::text).collect(Collectors.joining("\n"));
  }

  private static String last(List<Utterance> history) {
    return history.reversed().stream()
        .filter(utterance -> utterance.speaker() == Utterance.Speaker.GATEWAY)
        .map(Utterance::text)
        .findFirst()
        .orElse("");
  }
}
