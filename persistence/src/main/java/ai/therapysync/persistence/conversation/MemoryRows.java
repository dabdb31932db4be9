package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.memory.Dating;
import ai.therapysync.conversation.memory.Keeping;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.RecallWeights;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.persistence.database.Rows;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/** Recalls and writes {@code conversation_memory}. */
public final class MemoryRows {
  /**
   * A plan for anybody would suit those with few memories, and read all of those who have many.
   */
  private static final StatementCustomizer PLANNED_ANEW =
      new StatementCustomizer() {
        @Override
        public void beforeExecution(PreparedStatement statement, StatementContext context)
            throws SQLException {
          if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
          }
        }
      };

  /** What fits the person's words best, by relevance, importance and recency. */
  List<Memory> recall(Handle handle, Person person, String words, Instant now) {
    RecallQuery by = RecallQuery.of(words, person.language());
    Query query = handle.createQuery(by.sql()).addCustomizer(PLANNED_ANEW);
    bind(query, by, person, words, now);
    return query.map((row, _) -> read(row)).list();
  }

  void bind(Query query, RecallQuery by, Person person, String words, Instant now) {
    query
        .bind("person", person.id().value())
        .bind("words", RecallQuery.plain(words))
        .bind("relevance", RecallWeights.RELEVANCE)
        .bind("importance", RecallWeights.IMPORTANCE)
        .bind("recency", RecallWeights.RECENCY)
        .bind("days", RecallWeights.HALF_LIFE_DAYS)
        .bind("entries", RecallQuery.ENTRIES)
        .bind("candidates", RecallQuery.CANDIDATES)
        .bind("now", Rows.at(now))
        .bind("most", RecallWeights.RECALLED);
    if (by == RecallQuery.SPACED) {
      query.bind("config", RecallQuery.config(person.language()));
    }
  }

  /** Writes what an exchange taught; what is known already is strengthened, or set right. */
  void learn(Handle handle, UUID person, UUID session, List<Memory> learned, Instant now) {
    learned.stream()
        .map(memory -> Dating.dated(memory, ZoneOffset.UTC, now))
        .forEach(memory -> {
          switch (Keeping.of(memory, known(handle, person, memory))) {
            case Keeping.Added added -> insert(handle, person, session, added.memory(), now);
            case Keeping.Strengthened same -> strengthen(handle, same.known(), memory, now);
            case Keeping.Corrected old -> correct(handle, session, old, now);
          }
        });
  }

  /** What may be about the same. */
  private static List<Keeping.Known> known(Handle handle, UUID person, Memory memory) {
    return handle
        .createQuery(
            "SELECT id, memory_type, title, content, tags, importance_score"
                + " FROM public.conversation_memory WHERE user_id = :user"
                + " AND coalesce(is_active, true) AND (tags && CAST(:subjects AS text[])"
                + " OR lower(content) = lower(:content)"
                + " OR memory_type = :type AND lower(title) = lower(:title))"
                + " ORDER BY coalesce(updated_at, created_at) DESC NULLS LAST, id LIMIT 50")
        .bind("user", person)
        .bindArray("subjects", String.class, memory.subjects())
        .bind("content", memory.content())
        .bind("type", memory.type())
        .bind("title", memory.title())
        .map((row, _) -> new Keeping.Known(row.getObject("id", UUID.class), read(row)))
        .list();
  }

  private static void strengthen(Handle handle, UUID known, Memory said, Instant now) {
    handle
        .createUpdate(
            "UPDATE public.conversation_memory SET updated_at = :now, importance_score ="
                + " least(1, coalesce(importance_score, 0.5) + 0.05), emotional_context ="
                + " coalesce(emotional_context, '{}') || CAST(:felt AS jsonb) WHERE id = :id")
        .bind("id", known)
        .bind("felt", felt(said))
        .bind("now", Rows.at(now))
        .execute();
  }

  private static void correct(Handle handle, UUID session, Keeping.Corrected old, Instant now) {
    Memory memory = old.memory();
    handle
        .createUpdate(
            "UPDATE public.conversation_memory SET session_id = :session, title = :title,"
                + " content = :content, tags = :tags, importance_score ="
                + " least(1, greatest(coalesce(importance_score, 0.5), :importance)),"
                + " emotional_context = CAST(:felt AS jsonb), updated_at = :now WHERE id = :id")
        .bind("id", old.known())
        .bind("session", session)
        .bind("title", memory.title())
        .bind("content", memory.content())
        .bindArray("tags", String.class, memory.tags())
        .bind("importance", memory.importance())
        .bind("felt", felt(memory))
        .bind("now", Rows.at(now))
        .execute();
  }

  /** What was learned in a session, the most important first. */
  List<Memory> learnedIn(Handle handle, UUID session) {
    return handle
        .createQuery(
            "SELECT memory_type, title, content, tags, importance_score"
                + " FROM public.conversation_memory WHERE session_id = :session"
                + " AND coalesce(is_active, true) ORDER BY importance_score DESC NULLS LAST,"
                + " created_at, id")
        .bind("session", session)
        .map((row, _) -> read(row))
        .list();
  }

  private static void insert(Handle handle, UUID person, UUID session, Memory memory, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO public.conversation_memory (user_id, session_id, memory_type, title,
              content, tags, importance_score, emotional_context, created_at, updated_at)
            VALUES (:user, :session, :type, :title, :content, :tags, :importance,
              CAST(:felt AS jsonb) || coalesce((SELECT jsonb_build_object('mood', e.mood)
                FROM public.mood_entries e WHERE e.user_id = :user
                  AND e.created_at > CAST(:now AS timestamptz) - interval '12 hours'
                ORDER BY e.created_at DESC LIMIT 1), '{}'), :now, :now)
            """)
        .bind("user", person)
        .bind("session", session)
        .bind("type", memory.type())
        .bind("title", memory.title())
        .bind("content", memory.content())
        .bindArray("tags", String.class, memory.tags())
        .bind("importance", memory.importance())
        .bind("felt", felt(memory))
        .bind("now", Rows.at(now))
        .execute();
  }

  /** {@code emotional_context}: what was heard in the message. */
  private static String felt(Memory memory) {
    return Rows.write(
        memory
            .feeling()
            .<Map<String, Object>>map(feeling ->
                Map.of("emotion", feeling.emotion(), "intensity", feeling.intensity()))
            .orElse(Map.of()));
  }

  private static Memory read(ResultSet row) throws SQLException {
    Array tags = row.getArray("tags");
    return new Memory(
        row.getString("memory_type"),
        row.getString("title"),
        row.getString("content"),
        tags == null ? List.of() : List.of((String[]) tags.getArray()),
        row.getDouble("importance_score"));
  }
}
