package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.occasion.Remembered;
import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** All that is remembered about a person, for them to see. */
public final class RememberedRows {
  /** Nobody reads more than that on a telephone. */
  private static final int MOST = 1000;

  private static final String ALL =
      """
      SELECT m.id, m.memory_type, m.title, m.content, m.tags, m.importance_score,
        coalesce(m.updated_at, m.created_at) >= (SELECT max(w."timestamp")
          FROM public.whatsapp_messages w WHERE w.user_id = :user AND w.sender_type = 'ai') AS just_now
      FROM public.conversation_memory m
      WHERE m.user_id = :user AND coalesce(m.is_active, true)
      ORDER BY round(coalesce(m.importance_score, 0.5), 1) DESC,
        coalesce(m.updated_at, m.created_at) DESC NULLS LAST, m.id LIMIT :most
      """;

  private static final String CAN_COME_BACK =
      "SELECT EXISTS (SELECT 1 FROM gateway.forgettings f JOIN gateway.forgotten_memories m"
          + " ON m.forgetting_id = f.id WHERE f.user_id = :user AND f.forgotten_at > :since)";

  private RememberedRows() {}

  /**
   * Reads it.
   *
   * @param lastAnswer what we said last; a memory that it speaks of is what "that" means
   */
  public static Remembered read(Handle handle, UUID person, String lastAnswer, Instant now) {
    String said = lastAnswer.toLowerCase(Locale.ROOT);
    List<Remembered.Entry> entries =
        handle
            .createQuery(ALL)
            .bind("user", person)
            .bind("most", MOST)
            .map((row, _) -> entry(row, said))
            .list();
    boolean canComeBack =
        handle
            .createQuery(CAN_COME_BACK)
            .bind("user", person)
            .bind("since", Rows.at(now.minus(ForgettingRows.CAN_COME_BACK)))
            .mapTo(Boolean.class)
            .one();
    return new Remembered(entries, canComeBack);
  }

  private static Remembered.Entry entry(ResultSet row, String said) throws SQLException {
    Memory memory = KeepingRows.read(row);
    boolean spokenOf =
        !memory.content().isBlank() && said.contains(memory.content().toLowerCase(Locale.ROOT));
    return new Remembered.Entry(
        row.getObject("id", UUID.class), memory, spokenOf || row.getBoolean("just_now"));
  }
}
