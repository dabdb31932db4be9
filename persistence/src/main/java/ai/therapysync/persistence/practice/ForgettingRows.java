package ai.therapysync.persistence.practice;

import ai.therapysync.conversation.occasion.MemoryChange;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What a person wants forgotten, brought back, or set right. Forgotten memories are inactive at
 * once, and so is what was put together from them; a task deletes them.
 */
public final class ForgettingRows {
  /** So long it can be taken back. */
  public static final Duration CAN_COME_BACK = Duration.ofHours(24);

  private static final String FORGET =
      """
      WITH gone AS (SELECT m.id, m.title, m.content FROM public.conversation_memory m
        WHERE m.user_id = :user AND coalesce(m.is_active, true)
          AND (:everything OR m.id = ANY (:memories))),
      all_of_it AS (SELECT m.id FROM public.conversation_memory m
        WHERE m.user_id = :user AND coalesce(m.is_active, true) AND (m.id IN (SELECT g.id FROM gone g)
          OR m.memory_type = 'session' AND EXISTS (SELECT 1 FROM gone g WHERE
            strpos(lower(m.content), lower(g.title)) > 0
            OR strpos(lower(m.content), lower(g.content)) > 0))),
      noted AS (INSERT INTO gateway.forgotten_memories (memory_id, forgetting_id)
        SELECT a.id, :forgetting FROM all_of_it a
        ON CONFLICT (memory_id) DO UPDATE SET forgetting_id = excluded.forgetting_id)
      UPDATE public.conversation_memory SET is_active = false,
        updated_at = updated_at + interval '1 microsecond'
      WHERE id IN (SELECT a.id FROM all_of_it a)
      """;

  private static final String BRING_BACK =
      """
      WITH last AS (DELETE FROM gateway.forgettings WHERE id = (
          SELECT f.id FROM gateway.forgettings f WHERE f.user_id = :user AND f.forgotten_at > :since
            AND EXISTS (SELECT 1 FROM gateway.forgotten_memories m WHERE m.forgetting_id = f.id)
          ORDER BY f.forgotten_at DESC LIMIT 1) RETURNING id)
      UPDATE public.conversation_memory SET is_active = true,
        updated_at = updated_at + interval '1 microsecond'
      WHERE user_id = :user AND id IN (SELECT m.memory_id FROM gateway.forgotten_memories m
        WHERE m.forgetting_id IN (SELECT l.id FROM last l))
      """;

  private ForgettingRows() {}

  static void write(Handle handle, UUID person, UUID session, MemoryChange change, Instant now) {
    switch (change) {
      case MemoryChange.Forgotten some -> forget(handle, person, false, some.memories(), now);
      case MemoryChange.ForgottenEverything _ -> forget(handle, person, true, List.of(), now);
      case MemoryChange.BroughtBack _ ->
          handle
              .createUpdate(BRING_BACK)
              .bind("user", person)
              .bind("since", Rows.at(now.minus(CAN_COME_BACK)))
              .execute();
      case MemoryChange.Told told ->
          KeepingRows.learn(handle, person, session, told.memories(), now);
    }
  }

  private static void forget(
      Handle handle, UUID person, boolean everything, List<UUID> memories, Instant now) {
    UUID forgetting = UUID.randomUUID();
    handle
        .createUpdate(
            "INSERT INTO gateway.forgettings (id, user_id, everything, forgotten_at)"
                + " VALUES (:id, :user, :everything, :now)")
        .bind("id", forgetting)
        .bind("user", person)
        .bind("everything", everything)
        .bind("now", Rows.at(now))
        .execute();
    handle
        .createUpdate(FORGET)
        .bind("user", person)
        .bind("forgetting", forgetting)
        .bind("everything", everything)
        .bindArray("memories", UUID.class, memories)
        .execute();
    Agenda.forgetting(handle, forgetting, now.plus(CAN_COME_BACK));
  }
}
