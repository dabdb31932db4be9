package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.RecallWeights;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.persistence.database.Rows;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Recalls and writes {@code conversation_memory}. */
public final class MemoryRows {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]{3,30}");
  private static final String RECALL =
      """
      SELECT m.memory_type, m.title, m.content, m.tags, m.importance_score
      FROM public.conversation_memory m
      WHERE m.user_id = :person AND coalesce(m.is_active, true)
      ORDER BY
        :relevance * CASE WHEN :query = '' THEN 0 ELSE least(1, 10 * ts_rank(
          to_tsvector(CAST(:config AS regconfig), m.content || ' ' || m.title),
          to_tsquery(CAST(:config AS regconfig), :query))) END
        + :importance * least(1, greatest(0, coalesce(m.importance_score, 0.5)))
        + :recency * power(0.5, greatest(0, extract(epoch FROM CAST(:now AS timestamptz)
          - coalesce(m.updated_at, m.created_at, :now))) / (86400.0 * :days)) DESC, m.id
      LIMIT :most
      """;

  /** What fits the person's words best, by relevance, importance and recency. */
  List<Memory> recall(Handle handle, Person person, String words, Instant now) {
    return handle
        .createQuery(RECALL)
        .bind("person", person.id().value())
        .bind("relevance", RecallWeights.RELEVANCE)
        .bind("importance", RecallWeights.IMPORTANCE)
        .bind("recency", RecallWeights.RECENCY)
        .bind("days", RecallWeights.HALF_LIFE_DAYS)
        .bind("query", query(words))
        .bind("config", config(person.language()))
        .bind("now", Rows.at(now))
        .bind("most", RecallWeights.RECALLED)
        .map((row, _) -> read(row))
        .list();
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

  private static String query(String words) {
    return WORD.matcher(words)
        .results()
        .map(MatchResult::group)
        .distinct()
        .limit(40)
        .collect(Collectors.joining(" | "));
  }

  private static String config(Language language) {
    return switch (language) {
      case ENGLISH -> "english";
      case SPANISH -> "spanish";
      case PORTUGUESE -> "portuguese";
      case FRENCH -> "french";
      case GERMAN -> "german";
      case HINDI -> "hindi";
      case ARABIC -> "arabic";
      case CHINESE -> "simple";
    };
  }
}
