package ai.therapysync.persistence.views;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.resources.Resource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds what is remembered of one person by a piece of its words. */
public final class MemorySearch {
  private static final String SEARCH =
      """
      SELECT to_jsonb(r)::text FROM (SELECT %s FROM public.conversation_memory
        WHERE user_id = :person AND (strpos(lower(title), lower(:sought)) > 0
          OR strpos(lower(content), lower(:sought)) > 0)
        ORDER BY created_at DESC LIMIT :limit) r
      """
          .formatted(String.join(", ", Resource.MEMORIES.columns()));

  private MemorySearch() {}

  /** The latest first; the reading goes into the audit log. */
  public static List<ObjectNode> find(Acting acting, UUID person, String sought, int limit) {
    acting.note(
        new AuditEntry(
            "read", Resource.MEMORIES.table(), Optional.empty(), Optional.of(person), List.of()));
    return acting
        .handle()
        .createQuery(SEARCH)
        .bind("person", person)
        .bind("sought", sought)
        .bind("limit", limit)
        .mapTo(String.class)
        .map(row -> (ObjectNode) Rows.json(row))
        .list();
  }
}
