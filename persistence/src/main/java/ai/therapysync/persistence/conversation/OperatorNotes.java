package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.SealBroken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * What operators note about a person for each other: sealed with the person's key, never shown to
 * them by a page or the API (their export holds it), read and written by lines of the audit log.
 * Who asks has been let into the person's conversation before.
 */
public final class OperatorNotes {
  /** As long the author may take a note back. */
  public static final Duration WITHDRAWABLE = Duration.ofHours(1);

  private static final String TABLE = "operator_notes";

  private final Contents contents;
  private final InstantSource clock;

  /** With the keys that seal and open them. */
  public OperatorNotes(Contents contents, InstantSource clock) {
    this.contents = contents;
    this.clock = clock;
  }

  /**
   * One note. Private: never printed.
   *
   * @param author how the colleague is called; empty once they were erased
   * @param words empty where they were withdrawn, or the person's key is gone
   * @param withdrawable whether the caller may take it back, now
   */
  public record Note(
      UUID id,
      String author,
      Optional<String> words,
      Instant at,
      Optional<Instant> withdrawn,
      boolean withdrawable) {
    @Override
    public String toString() {
      return "Note[" + id + "]";
    }
  }

  /** A part of them. */
  public record Found(List<Note> notes, Optional<Cursor> next) {
    public Found {
      notes = List.copyOf(notes);
    }
  }

  /** Whether this caller reads notes about the person; nobody reads what is noted of themselves. */
  public static boolean readable(Acting acting, UUID person) {
    return !acting.caller().is(person) && acting.caller().may(Permission.READ_CONVERSATIONS);
  }

  /** Whether this caller writes notes about the person. */
  public static boolean writable(Acting acting, UUID person) {
    return readable(acting, person)
        && (acting.caller().may(Permission.JOIN_CONVERSATIONS)
            || acting.caller().may(Permission.CHANGE_USERS));
  }

  /** The latest first; none for a caller who may not read them. */
  public Found list(Acting acting, UUID person, int limit, Optional<Cursor> after) {
    if (!readable(acting, person)) {
      return new Found(List.of(), Optional.empty());
    }
    List<Note> notes = new ArrayList<>();
    List<Cursor> places = new ArrayList<>();
    acting.asOwner(owner -> {
      Optional<DataKey> key = contents.existingKeyOf(owner, person);
      return query(owner, person, limit, after)
          .map((row, _) -> {
            places.add(place(row));
            return notes.add(note(row, key, acting.caller().id()));
          })
          .list();
    });
    if (!notes.isEmpty()) {
      acting.note(AuditEntry.of("read", TABLE, person));
    }
    boolean more = notes.size() > limit;
    return new Found(
        more ? notes.subList(0, limit) : notes,
        more ? Optional.of(places.get(limit - 1)) : Optional.empty());
  }

  /** Writes one; false where the caller may not. */
  public boolean write(Acting acting, UUID person, String words) {
    if (!writable(acting, person)) {
      return false;
    }
    UUID id = UUID.randomUUID();
    acting.lock(person);
    acting.asOwner(owner ->
        owner
            .createUpdate(
                "INSERT INTO gateway.operator_notes (id, user_id, author, content, created_at)"
                    + " VALUES (:id, :person, :author, :content, :now)")
            .bind("id", id)
            .bind("person", person)
            .bind("author", acting.caller().id())
            .bind("content", contents.seal(contents.keyOf(owner, person), true, words, id))
            .bind("now", Rows.at(clock.instant()))
            .execute());
    acting.note(AuditEntry.of("create", TABLE, id, Optional.of(person), List.of("content")));
    return true;
  }

  /** Takes the caller's own note back within its hour; false where there is none such. */
  public boolean withdraw(Acting acting, UUID person, UUID note) {
    int withdrawn =
        acting.asOwner(owner ->
            owner
                .createUpdate(
                    "UPDATE gateway.operator_notes SET content = NULL, withdrawn_at = :now"
                        + " WHERE id = :id AND user_id = :person AND author = :author"
                        + " AND withdrawn_at IS NULL AND created_at > :since")
                .bind("id", note)
                .bind("person", person)
                .bind("author", acting.caller().id())
                .bind("now", Rows.at(clock.instant()))
                .bind("since", Rows.at(clock.instant().minus(WITHDRAWABLE)))
                .execute());
    if (withdrawn > 0) {
      acting.note(AuditEntry.of("withdraw", TABLE, note, Optional.of(person), List.of("content")));
    }
    return withdrawn > 0;
  }

  private static Query query(Handle owner, UUID person, int limit, Optional<Cursor> after) {
    Query query =
        owner
            .createQuery(
                "SELECT n.id, n.author, n.content, n.created_at, n.created_at::text AS time,"
                    + " n.withdrawn_at, coalesce(nullif(p.name, ''), p.email, u.email, '') AS name"
                    + " FROM gateway.operator_notes n"
                    + " LEFT JOIN public.profiles p ON p.id = n.author"
                    + " LEFT JOIN auth.users u ON u.id = n.author"
                    + " WHERE n.user_id = :person"
                    + after
                        .map(_ -> " AND (n.created_at, n.id) < (CAST(:time AS timestamptz), :id)")
                        .orElse("")
                    + " ORDER BY n.created_at DESC, n.id DESC LIMIT :limit")
            .bind("person", person)
            .bind("limit", limit + 1);
    after.ifPresent(cursor -> query.bind("time", cursor.time()).bind("id", cursor.id()));
    return query;
  }

  private static Cursor place(ResultSet row) throws SQLException {
    return new Cursor(row.getString("time").replace(' ', 'T'), row.getObject("id", UUID.class));
  }

  private Note note(ResultSet row, Optional<DataKey> key, UUID caller) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Instant at = row.getObject("created_at", OffsetDateTime.class).toInstant();
    Optional<Instant> withdrawn =
        Optional.ofNullable(row.getObject("withdrawn_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant);
    boolean own = caller.equals(row.getObject("author", UUID.class));
    return new Note(
        id,
        row.getString("name"),
        Optional.ofNullable(row.getString("content")).flatMap(stored -> open(key, stored, id)),
        at,
        withdrawn,
        own && withdrawn.isEmpty() && at.plus(WITHDRAWABLE).isAfter(clock.instant()));
  }

  private Optional<String> open(Optional<DataKey> key, String stored, UUID id) {
    try {
      return key.map(one -> contents.open(one, stored, id));
    } catch (SealBroken e) {
      return Optional.empty();
    }
  }
}
