package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.RecallWeights;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.persistence.database.Rows;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
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

  /** Writes what an exchange taught; what is known already is strengthened, not repeated. */
  void learn(Handle handle, UUID person, UUID session, List<Memory> learned, Instant now) {
    for (Memory memory : learned) {
      int known =
          handle
              .createUpdate(
                  "UPDATE public.conversation_memory SET importance_score ="
                      + " least(1, coalesce(importance_score, 0.5) + 0.05)"
                      + " WHERE user_id = :user AND memory_type = :type"
                      + " AND lower(content) = lower(:content) AND coalesce(is_active, true)")
              .bind("user", person)
              .bind("type", memory.type())
              .bind("content", memory.content())
              .execute();
      if (known == 0) {
        insert(handle, person, session, memory, now);
      }
    }
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
            "INSERT INTO public.conversation_memory (user_id, session_id, memory_type, title,"
                + " content, tags, importance_score, created_at, updated_at) VALUES (:user,"
                + " :session, :type, :title, :content, :tags, :importance, :now, :now)")
        .bind("user", person)
        .bind("session", session)
        .bind("type", memory.type())
        .bind("title", memory.title())
        .bind("content", memory.content())
        .bindArray("tags", String.class, memory.tags())
        .bind("importance", memory.importance())
        .bind("now", Rows.at(now))
        .execute();
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
