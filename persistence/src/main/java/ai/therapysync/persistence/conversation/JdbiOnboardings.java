package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.onboarding.Onboardings;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Strangers on their way in, on PostgreSQL. */
public final class JdbiOnboardings implements Onboardings {
  private final Jdbi jdbi;
  private final InstantSource clock;

  /** With where they stand. */
  public JdbiOnboardings(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public Optional<Instant> forget(UUID stranger) {
    return jdbi.inTransaction(handle -> forget(handle, stranger, clock.instant()));
  }

  private static Optional<Instant> forget(Handle handle, UUID stranger, Instant now) {
    handle
        .createUpdate("DELETE FROM gateway.onboardings WHERE id = :id AND updated_at <= :since")
        .bind("id", stranger)
        .bind("since", Rows.at(now.minus(OnboardingRows.SILENCE)))
        .execute();
    return handle
        .createQuery("SELECT updated_at FROM gateway.onboardings WHERE id = :id")
        .bind("id", stranger)
        .mapTo(OffsetDateTime.class)
        .findOne()
        .map(written -> written.toInstant().plus(OnboardingRows.SILENCE));
  }
}
