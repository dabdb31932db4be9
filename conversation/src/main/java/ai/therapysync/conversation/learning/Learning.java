package ai.therapysync.conversation.learning;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.memory.MemoryWriter;
import ai.therapysync.conversation.memory.SessionNoteWriter;
import ai.therapysync.conversation.memory.SessionNotes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Learns from a turn once its answer is out, and from a talk once it is over. */
public final class Learning {
  private final LearningBook book;
  private final MemoryWriter memories;
  private final SessionNoteWriter notes;

  /** With where things stand, and who finds what matters. */
  public Learning(LearningBook book, MemoryWriter memories, SessionNoteWriter notes) {
    this.book = book;
    this.memories = memories;
    this.notes = notes;
  }

  /**
   * Learns from a turn; holds no transaction while a model thinks.
   *
   * @param task what is used up by it
   */
  public void learn(String task, UUID turn) {
    List<Memory> learned = book.exchange(turn).map(memories::learn).orElseGet(List::of);
    book.learned(task, turn, learned);
  }

  /**
   * Notes what a talk was about.
   *
   * @param task what is used up by it
   */
  public void note(String task, UUID session) {
    Optional<SessionNotes> noted = book.talk(session).flatMap(notes::write);
    book.noted(task, session, noted);
  }
}
