package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.sealing.DataKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Seals what others wrote in clear: access tokens, codes, and messages of people whose setting says
 * so. Until then it works as it stands.
 */
public final class ClearRows {
  private static final int AT_A_TIME = 200;

  private static final String MESSAGES =
      """
      SELECT m.id, m.user_id, m.content AS words FROM public.whatsapp_messages m
      LEFT JOIN public.whatsapp_config w ON w.user_id = m.user_id
      WHERE m.content NOT LIKE 'sealed:v1:%' AND m.content <> ''
        AND coalesce(w.message_encryption_enabled, true)
      LIMIT :most FOR UPDATE OF m SKIP LOCKED
      """;

  private static final String TOKENS =
      """
      SELECT i.id, i.user_id, i.access_token AS words FROM public.whatsapp_integrations i
      WHERE i.access_token NOT LIKE 'sealed:v1:%' AND i.access_token <> ''
      LIMIT :most FOR UPDATE SKIP LOCKED
      """;

  private final Jdbi jdbi;
  private final Contents contents;
  private final Codes codes;

  /** With people's keys, and the key of codes. */
  public ClearRows(Jdbi jdbi, Contents contents, Codes codes) {
    this.jdbi = jdbi;
    this.contents = contents;
    this.codes = codes;
  }

  /** Seals some of them; false when nothing is left. */
  public boolean sealSome() {
    return jdbi.inTransaction(handle ->
        codes.adoptSome(handle, AT_A_TIME)
                + seal(handle, TOKENS, "whatsapp_integrations", "access_token")
                + seal(handle, MESSAGES, "whatsapp_messages", "content")
            > 0);
  }

  private int seal(Handle handle, String query, String table, String column) {
    List<Clear> found =
        handle
            .createQuery(query)
            .bind("most", AT_A_TIME)
            .map((row, _) ->
                new Clear(
                    row.getObject("id", UUID.class),
                    row.getObject("user_id", UUID.class),
                    row.getString("words")))
            .list();
    Map<UUID, DataKey> keys = new HashMap<>();
    for (Clear row : found) {
      DataKey key = keys.computeIfAbsent(row.person(), person -> contents.keyOf(handle, person));
      handle
          .createUpdate("UPDATE public.%s SET %s = :sealed WHERE id = :id".formatted(table, column))
          .bind("sealed", contents.seal(key, true, row.words(), row.id()))
          .bind("id", row.id())
          .execute();
    }
    return found.size();
  }

  private record Clear(UUID id, UUID person, String words) {
    @Override
    public String toString() {
      return "Clear[" + id + "]";
    }
  }
}
