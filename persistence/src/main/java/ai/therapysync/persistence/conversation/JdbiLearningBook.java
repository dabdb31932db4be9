package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.learning.LearningBook;
import ai.therapysync.conversation.memory.Exchange;
import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.SessionNoteWriter.EndedTalk;
import ai.therapysync.conversation.memory.SessionNotes;
import ai.therapysync.conversation.reply.ReplyRequest;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Learning on PostgreSQL: read and written under the person's lock, nothing held in between. */
public final class JdbiLearningBook implements LearningBook {
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final TurnRows turns;
  private final MemoryRows memories;
  private final NoteRows notes;

  /** With what turns and talks are read from, and where memories are written. */
  public JdbiLearningBook(
      Jdbi jdbi, InstantSource clock, TurnRows turns, MemoryRows memories, NoteRows notes) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.turns = turns;
    this.memories = memories;
    this.notes = notes;
  }

  @Override
  public Optional<Exchange> exchange(UUID turn) {
    return jdbi.inTransaction(handle ->
        TurnRow.lock(handle, turn)
            .map(row -> exchange(turns.load(handle, row, clock.instant()).request())));
  }

  @Override
  public void learned(String task, UUID turn, List<Memory> learned) {
    jdbi.useTransaction(handle -> {
      Optional<TurnRow> row = TurnRow.lock(handle, turn);
      if (!Agenda.learned(handle, task) || row.isEmpty() || learned.isEmpty()) {
        return;
      }
      UUID person = row.get().person();
      session(handle, turn)
          .ifPresent(session -> memories.learn(handle, person, session, learned, clock.instant()));
    });
  }

  @Override
  public Optional<EndedTalk> talk(UUID session) {
    return jdbi.inTransaction(handle -> notes.talk(handle, session));
  }

  @Override
  public void noted(String task, UUID session, Optional<SessionNotes> noted) {
    jdbi.useTransaction(handle -> {
      if (Agenda.noted(handle, task)) {
        noted.ifPresent(kept -> NoteRows.write(handle, session, kept));
      }
    });
  }

  private static Exchange exchange(ReplyRequest request) {
    return new Exchange(
        request.person().language(),
        request.toAnswer().stream().map(Incoming::text).toList(),
        request.history(),
        request.memories());
  }

  private static Optional<UUID> session(Handle handle, UUID turn) {
    return handle
        .createQuery(
            "SELECT m.therapy_session_id FROM gateway.inbound i"
                + " JOIN public.whatsapp_messages m ON m.id = i.message_id"
                + " WHERE i.turn_id = :turn AND m.therapy_session_id IS NOT NULL LIMIT 1")
        .bind("turn", turn)
        .mapTo(UUID.class)
        .findOne();
  }
}
