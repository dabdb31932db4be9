package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.turn.Sessions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Talks on PostgreSQL: ended under the person's lock. */
public final class JdbiSessions implements Sessions {
  private final Jdbi jdbi;
  private final InstantSource clock;
  private final SessionRows sessions;

  /** With where talks are written. */
  public JdbiSessions(Jdbi jdbi, InstantSource clock, SessionRows sessions) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.sessions = sessions;
  }

  @Override
  public Optional<Instant> end(UUID session) {
    return jdbi.inTransaction(handle -> sessions.end(handle, session, true, clock.instant()));
  }
}
