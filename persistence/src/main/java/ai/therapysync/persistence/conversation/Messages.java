package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.resources.Page;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.Sealer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A person's messages on both channels, as the caller may read them: opened. */
public final class Messages {
  private static final String SHOWN =
      Resource.MESSAGES.columns().stream().map("m.%s"::formatted).collect(Collectors.joining(", "));

  /** Rows without a time, which others may have written, come last; either half has its index. */
  private static final String LIST =
      """
      SELECT coalesce(s.time, '-infinity')::text AS time, s.id, to_jsonb(r)::text AS row FROM (
        (SELECT t.id, t."timestamp" AS time FROM public.whatsapp_messages t
          WHERE t.user_id = :person AND t."timestamp" <= CAST(:time AS timestamptz)
            AND (t."timestamp", t.id) < (CAST(:time AS timestamptz), CAST(:id AS uuid))
          ORDER BY t."timestamp" DESC, t.id DESC LIMIT :limit)
        UNION ALL
        (SELECT t.id, NULL FROM public.whatsapp_messages t
          WHERE t.user_id = :person AND t."timestamp" IS NULL
            AND (CAST(:time AS timestamptz) > '-infinity' OR t.id < CAST(:id AS uuid))
          ORDER BY t.id DESC LIMIT :limit)) s
      CROSS JOIN LATERAL (SELECT %s FROM public.whatsapp_messages m WHERE m.id = s.id) r
      ORDER BY s.time DESC NULLS LAST, s.id DESC LIMIT :limit
      """
          .formatted(SHOWN);

  private static final String STANDING =
      """
      SELECT m.id, coalesce(m.delivery_status, '') AS status FROM public.whatsapp_messages m
      WHERE m.user_id = :person ORDER BY m."timestamp" DESC NULLS LAST, m.id DESC LIMIT :limit
      """;

  private static final Cursor BEGINNING = new Cursor("infinity", new UUID(-1, -1));

  private final Contents contents;

  /** With the keys that open what was said. */
  public Messages(Contents contents) {
    this.contents = contents;
  }

  /** The latest first; an operator's reading goes into the audit log. */
  public Page list(Acting acting, UUID person, int limit, Optional<Cursor> after) {
    Cursor from = after.orElse(BEGINNING);
    Query query =
        acting
            .handle()
            .createQuery(LIST)
            .bind("person", person)
            .bind("time", from.time())
            .bind("id", from.id())
            .bind("limit", limit + 1);
    List<ObjectNode> rows = new ArrayList<>();
    List<Cursor> places = new ArrayList<>();
    query
        .map((row, _) -> {
          rows.add((ObjectNode) Rows.json(row.getString("row")));
          return places.add(
              new Cursor(row.getString("time").replace(' ', 'T'), row.getObject("id", UUID.class)));
        })
        .list();
    boolean more = rows.size() > limit;
    List<ObjectNode> shown = more ? rows.subList(0, limit) : rows;
    open(acting, person, shown);
    note(acting, person, Optional.empty());
    return new Page(shown, more ? Optional.of(places.get(limit - 1)) : Optional.empty());
  }

  /** What became of one of the latest messages: its {@code delivery_status}. */
  public record Standing(UUID id, String status) {
    /** Whether its words still stand: the person has neither taken them back nor changed them. */
    public boolean isSaid() {
      return !status.equals(WithdrawalRows.WITHDRAWN) && !status.equals(WithdrawalRows.EDITED);
    }
  }

  /** How the latest stand, the latest first; without their words, so that nobody reads anything. */
  public List<Standing> standings(Acting acting, UUID person, int limit) {
    return acting
        .handle()
        .createQuery(STANDING)
        .bind("person", person)
        .bind("limit", limit)
        .map((row, _) -> new Standing(row.getObject("id", UUID.class), row.getString("status")))
        .list();
  }

  /** One of them. */
  public Optional<ObjectNode> find(Acting acting, UUID person, UUID id) {
    Optional<ObjectNode> found =
        acting
            .handle()
            .createQuery(
                "SELECT to_jsonb(r)::text FROM (SELECT "
                    + SHOWN
                    + " FROM public.whatsapp_messages m WHERE m.id = :id AND m.user_id = :person) r")
            .bind("id", id)
            .bind("person", person)
            .map((row, _) -> (ObjectNode) Rows.json(row.getString(1)))
            .findOne();
    found.ifPresent(row -> {
      open(acting, person, List.of(row));
      note(acting, person, Optional.of(id));
    });
    return found;
  }

  /**
   * What one of them said before it was taken back or changed, where it is kept for an emergency's
   * sake; whoever asks has read the message itself, which is noted.
   */
  public Optional<String> takenBack(Acting acting, UUID person, UUID id) {
    return acting.asOwner((Handle owner) ->
        owner
            .createQuery(
                "SELECT content FROM gateway.withdrawn_words"
                    + " WHERE message_id = :id AND user_id = :person")
            .bind("id", id)
            .bind("person", person)
            .mapTo(String.class)
            .findOne()
            .flatMap(stored ->
                contents
                    .existingKeyOf(owner, person)
                    .map(key -> Utterances.readable(contents, key, stored, id))));
  }

  private void open(Acting acting, UUID person, List<ObjectNode> rows) {
    if (rows.stream().noneMatch(row -> Sealer.isSealed(row.path("content").asText()))) {
      return;
    }
    Optional<DataKey> key = acting.asOwner((Handle owner) -> contents.existingKeyOf(owner, person));
    rows.forEach(row -> open(key, row));
  }

  /** What no longer opens is shown as null: its key is destroyed, or somebody typed a seal. */
  private void open(Optional<DataKey> key, ObjectNode row) {
    String stored = row.path("content").asText();
    if (!Sealer.isSealed(stored)) {
      return;
    }
    UUID id = Rows.uuid(row, "id").orElseThrow();
    try {
      key.ifPresentOrElse(
          one -> row.put("content", contents.open(one, stored, id)), () -> row.putNull("content"));
    } catch (SealBroken e) {
      row.putNull("content");
    }
  }

  private static void note(Acting acting, UUID person, Optional<UUID> id) {
    if (!acting.caller().is(person)) {
      acting.note(
          new AuditEntry("read", Resource.MESSAGES.table(), id, Optional.of(person), List.of()));
    }
  }
}
