package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.turn.Decision;
import ai.therapysync.conversation.turn.Journal;
import ai.therapysync.conversation.turn.TurnId;
import ai.therapysync.conversation.turn.TurnSituation;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Turns on PostgreSQL: taken under the person's lock, recorded once. */
public final class JdbiJournal implements Journal {
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final TurnRows turns;
  private final DecisionRows decisions;

  /** With what a turn is loaded from and written to. */
  public JdbiJournal(Jdbi jdbi, InstantSource clock, TurnRows turns, DecisionRows decisions) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.turns = turns;
    this.decisions = decisions;
  }

  @Override
  public Taking take(TurnId turn, String by) {
    return jdbi.inTransaction(handle -> take(handle, turn, by, clock.instant()));
  }

  @Override
  public Optional<Instant> record(TurnSituation situation, Decision decision) {
    return jdbi.inTransaction(handle -> {
      Optional<TurnRow> row = TurnRow.lock(handle, situation.id().value());
      if (row.filter(one -> one.state().equals("taken")).isEmpty()) {
        return Optional.empty();
      }
      return decisions.write(handle, row.get(), situation, decision, clock.instant());
    });
  }

  private Taking take(Handle handle, TurnId turn, String by, Instant now) {
    Optional<TurnRow> found = TurnRow.lock(handle, turn.value());
    if (found.isEmpty()) {
      return new Taking.Gone();
    }
    TurnRow row = found.get();
    return switch (row.state()) {
      case "waiting" -> takeWaiting(handle, row, by, now);
      case "taken" ->
          row.takenBy().equals(Optional.of(by))
              ? new Taking.Taken(turns.load(handle, row, now))
              : new Taking.Gone();
      default -> new Taking.Gone();
    };
  }

  private Taking takeWaiting(Handle handle, TurnRow row, String by, Instant now) {
    if (row.dueAt().isAfter(now)) {
      return new Taking.NotYet(row.dueAt());
    }
    if (row.anotherIsTaken(handle)) {
      return new Taking.NotYet(now.plus(Duration.ofMillis(500)));
    }
    row.taken(handle, by, now);
    return new Taking.Taken(turns.load(handle, row, now));
  }
}
