package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.database.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** A row of {@code gateway.turns}, read under its person's lock. */
record TurnRow(
    UUID id,
    UUID person,
    UUID integration,
    String channel,
    String address,
    String sender,
    String state,
    boolean concern,
    boolean late,
    Instant dueAt,
    Optional<String> takenBy) {

  static Optional<TurnRow> lock(Handle handle, UUID id) {
    handle
        .createQuery(
            "SELECT p.id FROM public.profiles p WHERE p.id = (SELECT t.user_id FROM gateway.turns t"
                + " WHERE t.id = :id) FOR NO KEY UPDATE")
        .bind("id", id)
        .mapTo(UUID.class)
        .list();
    return handle
        .createQuery("SELECT * FROM gateway.turns WHERE id = :id")
        .bind("id", id)
        .map((row, _) -> read(row))
        .findOne();
  }

  boolean anotherIsTaken(Handle handle) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM gateway.turns WHERE user_id = :user AND state = 'taken')")
        .bind("user", person)
        .mapTo(Boolean.class)
        .one();
  }

  void taken(Handle handle, String by, Instant now) {
    handle
        .createUpdate(
            "UPDATE gateway.turns SET state = 'taken', taken_at = :now, taken_by = :by"
                + " WHERE id = :id")
        .bind("now", Rows.at(now))
        .bind("by", by)
        .bind("id", id)
        .execute();
  }

  void ended(Handle handle, String how, Instant now) {
    handle
        .createUpdate("UPDATE gateway.turns SET state = :how, ended_at = :now WHERE id = :id")
        .bind("how", how)
        .bind("now", Rows.at(now))
        .bind("id", id)
        .execute();
  }

  /** Back to waiting, or joined to the turn that has begun to wait meanwhile. */
  boolean postponed(Handle handle, Instant until) {
    int back =
        handle
            .createUpdate(
                "UPDATE gateway.turns SET state = 'waiting', due_at = :until, taken_at = NULL,"
                    + " taken_by = NULL WHERE id = :id AND NOT EXISTS (SELECT 1 FROM gateway.turns"
                    + " w WHERE w.user_id = :user AND w.state = 'waiting')")
            .bind("until", Rows.at(until))
            .bind("id", id)
            .bind("user", person)
            .execute();
    return back == 1;
  }

  private static TurnRow read(ResultSet row) throws SQLException {
    return new TurnRow(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("integration_id", UUID.class),
        row.getString("channel"),
        row.getString("address"),
        row.getString("sender"),
        row.getString("state"),
        row.getBoolean("concern"),
        row.getBoolean("late"),
        row.getObject("due_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("taken_by")));
  }
}
