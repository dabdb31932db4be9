package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.memory.Dating;
import ai.therapysync.conversation.memory.Keeping;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.persistence.database.Rows;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Keeps what was learned: rows of {@code conversation_memory}. */
public final class KeepingRows {
  private KeepingRows() {}

  /** Writes what was taught; what is known already is strengthened, or set right. */
  public static void learn(
      Handle handle, UUID person, UUID session, List<Memory> learned, Instant now) {
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
                + " OR memory_type = :type AND lower(title) IN (lower(:title), lower(:instead)))"
                + " ORDER BY coalesce(updated_at, created_at) DESC NULLS LAST, id LIMIT 50")
        .bind("user", person)
        .bindArray("subjects", String.class, memory.subjects())
        .bind("content", memory.content())
        .bind("type", memory.type())
        .bind("title", memory.title())
        .bind("instead", memory.replaces().orElse(memory.title()))
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
            .<Map<String, Object>>map(
                feeling -> Map.of("emotion", feeling.emotion(), "intensity", feeling.intensity()))
            .orElse(Map.of()));
  }

  /** A memory from its row. */
  public static Memory read(ResultSet row) throws SQLException {
    Array tags = row.getArray("tags");
    return new Memory(
        row.getString("memory_type"),
        row.getString("title"),
        row.getString("content"),
        tags == null ? List.of() : texts(tags),
        row.getDouble("importance_score"));
  }

  /** A hand may have put a null among them. */
  private static List<String> texts(Array tags) throws SQLException {
    return Stream.of((String[]) tags.getArray()).filter(Objects::nonNull).toList();
  }
}
