package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.RecallWeights;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.practice.KeepingRows;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Recalls and writes {@code conversation_memory}. */
public final class MemoryRows {
  /** What fits the person's words best, by relevance, importance and recency. */
  List<Memory> recall(Handle handle, Person person, String words, Instant now) {
    RecallQuery by = RecallQuery.of(words, person.language());
    Query query = handle.createQuery(by.sql(person.id().value()));
    bind(query, by, person, words, now);
    return query.map((row, _) -> KeepingRows.read(row)).list();
  }

  void bind(Query query, RecallQuery by, Person person, String words, Instant now) {
    query
        .bind("words", RecallQuery.plain(words))
        .bind("relevance", RecallWeights.RELEVANCE)
        .bind("importance", RecallWeights.IMPORTANCE)
        .bind("recency", RecallWeights.RECENCY)
        .bind("days", RecallWeights.HALF_LIFE_DAYS)
        .bind("entries", RecallQuery.ENTRIES)
        .bind("sought", RecallQuery.SOUGHT)
        .bind("matching", RecallQuery.MATCHING)
        .bind("candidates", RecallQuery.CANDIDATES)
        .bind("now", Rows.at(now))
        .bind("most", RecallWeights.RECALLED);
    if (by == RecallQuery.SPACED) {
      query.bind("config", RecallQuery.config(person.language()));
    }
  }

  /** Writes what an exchange taught; what is known already is strengthened, or set right. */
  void learn(Handle handle, UUID person, UUID session, List<Memory> learned, Instant now) {
    KeepingRows.learn(handle, person, session, learned, now);
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
        .map((row, _) -> KeepingRows.read(row))
        .list();
  }
}
