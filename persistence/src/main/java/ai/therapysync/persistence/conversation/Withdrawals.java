package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.crisis.Incidents;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Deletes words that were taken back, once nobody who helps needs them any more. */
public final class Withdrawals {
  /** So soon after the end of what they are kept for they go. */
  static final Duration AGAIN = Duration.ofMinutes(10);

  private static final String NEEDED =
      """
      SELECT EXISTS (SELECT 1 FROM public.crisis_interventions ci
          JOIN gateway.withdrawn_words w ON w.user_id = ci.user_id
          WHERE w.message_id = :id AND %s)
        OR EXISTS (SELECT 1 FROM gateway.inbound i JOIN gateway.turns t ON t.id = i.turn_id
          WHERE i.message_id = :id AND t.state IN ('waiting', 'taken'))
      """
          .formatted(Incidents.openCondition());

  private final Jdbi jdbi;
  private final InstantSource clock;

  /** With the clock by which it comes again. */
  public Withdrawals(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Deletes the words of that message.
   *
   * @return when to come again, if they are needed still
   */
  public Optional<Instant> carryOut(UUID message) {
    return jdbi.inTransaction(handle -> carryOut(handle, message));
  }

  private Optional<Instant> carryOut(Handle handle, UUID message) {
    handle
        .createQuery(
            "SELECT p.id FROM public.profiles p WHERE p.id = (SELECT w.user_id"
                + " FROM gateway.withdrawn_words w WHERE w.message_id = :id) FOR NO KEY UPDATE")
        .bind("id", message)
        .mapTo(UUID.class)
        .list();
    if (handle.createQuery(NEEDED).bind("id", message).mapTo(Boolean.class).one()) {
      return Optional.of(clock.instant().plus(AGAIN));
    }
    handle
        .createUpdate("DELETE FROM gateway.withdrawn_words WHERE message_id = :id")
        .bind("id", message)
        .execute();
    return Optional.empty();
  }
}
