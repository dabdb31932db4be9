package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.SessionSummary;
import ai.therapysync.conversation.message.Offer;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.UnaskedHours;
import ai.therapysync.conversation.practice.mood.MoodQuestions;
import ai.therapysync.conversation.turn.SessionReview;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.practice.AskedRows;
import ai.therapysync.persistence.sealing.DataKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Closes a talk: notes, insights and flags are written, a memory is kept, the mood is asked for.
 */
public final class ReviewRows {
  /** A question about a talk that is long over would only puzzle. */
  private static final Duration FRESH = Duration.ofHours(2);

  private static final String ENDED =
      """
      SELECT json_build_object(
        'profile', (SELECT to_json(p) FROM public.profiles p WHERE p.id = s.user_id),
        'config', (SELECT to_json(w) FROM public.whatsapp_config w WHERE w.user_id = s.user_id),
        'culture', (SELECT to_json(c) FROM public.user_cultural_profiles c
          WHERE c.user_id = s.user_id),
        'number', (SELECT '+' || gateway.digits(i.phone_number) FROM public.whatsapp_integrations i
          WHERE i.user_id = s.user_id AND i.is_verified AND i.is_active
          ORDER BY i.created_at, i.id LIMIT 1),
        'mood_before', s.mood_before, 'mood_after', s.mood_after,
        'words', (SELECT json_agg(json_build_object('id', m.id, 'content', m.content)
            ORDER BY m."timestamp", m.id)
          FROM public.whatsapp_messages m
          WHERE m.therapy_session_id = s.id AND m.sender_type = 'user'
            AND m."timestamp" >= coalesce((SELECT max(f.forgotten_at) FROM gateway.forgettings f
              WHERE f.user_id = s.user_id), '-infinity')),
        'set', (SELECT json_agg(g.title ORDER BY g.created_at, g.id) FROM public.goals g
          WHERE g.user_id = s.user_id AND g.created_at BETWEEN s.start_time - interval '1 minute'
            AND CAST(:last AS timestamptz) + interval '10 minutes'),
        'reached', (SELECT json_agg(DISTINCT g.title) FROM public.goals g
          JOIN gateway.goal_days d ON d.goal_id = g.id
          WHERE g.user_id = s.user_id AND g.is_completed AND g.last_progress_date = d.day
            AND g.updated_at >= s.start_time - interval '1 minute'
            AND d.day BETWEEN CAST(s.start_time AS date) - 1
              AND CAST(CAST(:last AS timestamptz) AS date) + 1),
        'questionnaires', (SELECT json_agg(DISTINCT upper(q.instrument)) FROM public.assessments q
          WHERE q.user_id = s.user_id AND q.created_at BETWEEN s.start_time - interval '1 minute'
            AND CAST(:last AS timestamptz) + interval '10 minutes'),
        'dangers', (SELECT json_agg(json_build_object('level', a.level, 'category', a.category))
          FROM public.crisis_assessments a WHERE a.user_id = s.user_id
            AND a.created_at BETWEEN s.start_time - interval '1 minute' AND :last),
        'troubled', EXISTS (SELECT 1 FROM public.crisis_assessments a WHERE a.user_id = s.user_id
            AND a.created_at > CAST(:now AS timestamptz) - interval '1 day')
          OR EXISTS (SELECT 1 FROM public.crisis_interventions c WHERE c.user_id = s.user_id
            AND (c.completed_at IS NULL
              OR c.completed_at > CAST(:now AS timestamptz) - interval '3 days')),
        'held', EXISTS (SELECT 1 FROM gateway.takeovers t WHERE t.user_id = s.user_id),
        'asked', EXISTS (SELECT 1 FROM gateway.asked a WHERE a.user_id = s.user_id))::text
      FROM public.therapy_sessions s WHERE s.id = :session
      """;

  private final Contents contents;
  private final MemoryRows memories;
  private final LearningRows learning;
  private final UnaskedRows unasked;
  private final SessionReview review = new SessionReview();
  private final SessionSummary summary = new SessionSummary();
  private final MoodQuestions questions = new MoodQuestions();

  /** With what opens messages, what is remembered, and how people are written to unasked. */
  public ReviewRows(
      Contents contents, MemoryRows memories, LearningRows learning, UnaskedRows unasked) {
    this.contents = contents;
    this.memories = memories;
    this.learning = learning;
    this.unasked = unasked;
  }

  /** A talk in which nothing has been said for long enough. */
  record Quiet(UUID session, UUID person, Instant start, Instant last) {}

  void close(Handle handle, Quiet talk, boolean asks, Instant now) {
    JsonNode row = row(handle, talk, now);
    List<Memory> learned = memories.learnedIn(handle, talk.session());
    Person person = person(talk, row);
    SessionReview.Kept kept =
        review.review(
            new SessionReview.Ended(
                person.language(),
                words(handle, talk.person(), row),
                learned,
                moods(row),
                done(row),
                dangers(row),
                Duration.between(talk.start(), talk.last())));
    boolean ours = end(handle, talk, kept);
    if (ours && kept.flags().isEmpty()) {
      learning.note(handle, talk.session(), now);
    }
    summary
        .of(learned, person.language())
        .ifPresent(
            memory -> memories.learn(handle, talk.person(), talk.session(), List.of(memory), now));
    if (asks && isToBeAsked(talk, row, person, now)) {
      ask(handle, talk, row, person, now);
    }
  }

  private static JsonNode row(Handle handle, Quiet talk, Instant now) {
    return Rows.json(
        handle
            .createQuery(ENDED)
            .bind("session", talk.session())
            .bind("last", Rows.at(talk.last()))
            .bind("now", Rows.at(now))
            .mapTo(String.class)
            .one());
  }

  private static Person person(Quiet talk, JsonNode row) {
    return Persons.read(talk.person(), row, number(row));
  }

  private static Optional<PhoneNumber> number(JsonNode row) {
    return Rows.text(row, "number").flatMap(written -> PhoneNumber.parse(written, "ZZ"));
  }

  /** Whether the notes are ours: those that somebody wrote by hand stay. */
  private static boolean end(Handle handle, Quiet talk, SessionReview.Kept kept) {
    return handle
        .createQuery(
            "UPDATE public.therapy_sessions SET end_time = :last,"
                + " session_notes = coalesce(session_notes, nullif(:notes, '')),"
                + " ai_insights = coalesce(ai_insights, '{}') || CAST(:insights AS jsonb),"
                + " crisis_flags = coalesce(crisis_flags, '{}') || CAST(:flags AS jsonb)"
                + " WHERE id = :id"
                + " RETURNING session_notes IS NOT DISTINCT FROM nullif(:notes, '')")
        .bind("last", Rows.at(talk.last()))
        .bind("notes", kept.notes())
        .bind("insights", Rows.write(kept.insights()))
        .bind("flags", Rows.write(kept.flags()))
        .bind("id", talk.session())
        .mapTo(Boolean.class)
        .one();
  }

  /**
   * Who told how they came is asked how they leave: by day, soon, and only when nothing hard was
   * spoken of, nothing else waits for an answer, and no human holds the conversation.
   */
  private boolean isToBeAsked(Quiet talk, JsonNode row, Person person, Instant now) {
    boolean measures = moods(row).before().isPresent() && moods(row).after().isEmpty();
    boolean free =
        !Rows.flag(row, "troubled", false)
            && !Rows.flag(row, "held", false)
            && !Rows.flag(row, "asked", false)
            && person.settings().autoResponses();
    boolean soon = talk.last().plus(FRESH).isAfter(now);
    return measures
        && free
        && soon
        && UnaskedHours.next(person.settings(), number(row), now).equals(now);
  }

  private void ask(Handle handle, Quiet talk, JsonNode row, Person person, Instant now) {
    String text = questions.afterwards(person.language());
    Offer offer = new Offer(UUID.randomUUID(), questions.scale(person.language()));
    UnaskedRows.Unasked question =
        new UnaskedRows.Unasked(
            "mood_after", text, Optional.of(offer), Optional.of(talk.session()), Optional.empty());
    if (unasked.say(handle, talk.person(), question, now)) {
      Asked asked = MoodQuestions.after(talk.session(), moods(row).before(), now);
      AskedRows.write(handle, talk.person(), Optional.of(asked.offering(offer.id())));
    }
  }

  private List<String> words(Handle handle, UUID person, JsonNode row) {
    DataKey key = contents.keyOf(handle, person);
    List<String> words = new ArrayList<>();
    for (JsonNode message : row.path("words")) {
      UUID id = Rows.uuid(message, "id").orElseThrow();
      words.add(Utterances.readable(contents, key, message.path("content").asText(), id));
    }
    return words;
  }

  private static SessionReview.Moods moods(JsonNode row) {
    return new SessionReview.Moods(
        Rows.text(row, "mood_before").map(Integer::valueOf),
        Rows.text(row, "mood_after").map(Integer::valueOf));
  }

  private static SessionReview.Done done(JsonNode row) {
    return new SessionReview.Done(
        texts(row.path("set")),
        texts(row.path("reached")),
        texts(row.path("questionnaires")).stream()
            .map(word -> word.replaceFirst("(?<=\\p{L})(?=\\d)", "-"))
            .toList());
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** Rows of others may hold words that we don't know: those say nothing here. */
  private static List<SessionReview.Danger> dangers(JsonNode row) {
    List<SessionReview.Danger> dangers = new ArrayList<>();
    for (JsonNode danger : row.path("dangers")) {
      known(RiskLevel.values(), danger.path("level").asText())
          .ifPresent(level ->
              known(Category.values(), danger.path("category").asText())
                  .ifPresent(category -> dangers.add(new SessionReview.Danger(level, category))));
    }
    return dangers;
  }

  private static <E extends Enum<E>> Optional<E> known(E[] values, String word) {
    return Arrays.stream(values)
        .filter(value -> value.name().equals(word.toUpperCase(Locale.ROOT)))
        .findFirst();
  }
}
