package ai.therapysync.persistence.conversation;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.audit.AuditEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Conversations that a human holds, or that wait for one. */
public final class Takeovers {
  private final InstantSource clock;

  /** With the clock that says since when. */
  public Takeovers(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A human holds a conversation.
   *
   * @param operator empty while the person waits for one
   */
  public record Takeover(Optional<UUID> operator, Instant since) {}

  /** What became of taking a conversation, or of giving it back. */
  public sealed interface Taking {
    /** As it stands now; empty when nobody holds it any longer. */
    record Done(Optional<Takeover> now) implements Taking {}

    /** Another operator holds it. */
    record HeldByAnother() implements Taking {}
  }

  /** Who holds it. */
  public Optional<Takeover> find(Acting acting, UUID person) {
    return acting.asOwner(handle -> find(handle, person));
  }

  /**
   * The caller holds it from now on; who runs the house takes it from another, too. What the AI was
   * about to say is left unsaid.
   */
  public Taking take(Acting acting, UUID person) {
    acting.lock(person);
    Optional<Takeover> before = find(acting, person);
    UUID operator = acting.caller().id();
    if (before.flatMap(Takeover::operator).equals(Optional.of(operator))) {
      return new Taking.Done(before);
    }
    if (isAnothers(acting, before)) {
      return new Taking.HeldByAnother();
    }
    Takeover taken =
        new Takeover(Optional.of(operator), clock.instant().truncatedTo(ChronoUnit.MICROS));
    acting.asOwner(handle -> {
      HandoverRows.take(handle, person, operator, taken.since());
      return true;
    });
    acting.note(AuditEntry.of("takeover", "takeovers", person));
    return new Taking.Done(Optional.of(taken));
  }

  /** The AI answers again, and at once what has waited for an answer meanwhile. */
  public Taking giveBack(Acting acting, UUID person) {
    acting.lock(person);
    Optional<Takeover> before = find(acting, person);
    if (before.isEmpty()) {
      return new Taking.Done(before);
    }
    if (isAnothers(acting, before)) {
      return new Taking.HeldByAnother();
    }
    acting.asOwner(handle -> {
      HandoverRows.giveBack(handle, person, clock.instant());
      return true;
    });
    acting.note(AuditEntry.of("give_back", "takeovers", person));
    return new Taking.Done(Optional.empty());
  }

  private static boolean isAnothers(Acting acting, Optional<Takeover> takeover) {
    return takeover.flatMap(Takeover::operator).filter(id -> !acting.caller().is(id)).isPresent()
        && !acting.caller().may(Permission.RUN_THE_HOUSE);
  }

  private static Optional<Takeover> find(Handle handle, UUID person) {
    return handle
        .createQuery("SELECT operator_id, since FROM gateway.takeovers WHERE user_id = :person")
        .bind("person", person)
        .map((row, _) ->
            new Takeover(
                Optional.ofNullable(row.getObject("operator_id", UUID.class)),
                row.getObject("since", OffsetDateTime.class).toInstant()))
        .findOne();
  }
}
