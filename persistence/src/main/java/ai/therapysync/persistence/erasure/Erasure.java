package ai.therapysync.persistence.erasure;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.audit.AuditEntry;
import ai.therapysync.persistence.tasks.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Erases everything about a person: at once, or when their open incident has ended, for until then
 * somebody may be on their way.
 */
public final class Erasure {
  /** Beside the database's own word, in case it came while this very task was looking. */
  private static final Duration LOOKS_AGAIN = Duration.ofSeconds(30);

  /** What was in hand at the moment, and wrote a line after it, is gone by then, too. */
  private static final Duration SECOND_LOOK = Duration.ofHours(1);

  private final Jdbi jdbi;
  private final InstantSource clock;

  /** On the database of which the person is erased. */
  public Erasure(Jdbi jdbi, InstantSource clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** What comes of asking. */
  public sealed interface Asked {
    /**
     * It is done when the caller's transaction is.
     *
     * @param accountDeleted false where the login may not delete rows of {@code auth.users}: that
     *     row is left
     */
    record Erased(boolean accountDeleted) implements Asked {}

    /** It is written down, and carried out when the incident ends. */
    record WaitsForIncident() implements Asked {}

    /** There is no such person, or none whom the caller may see. */
    record NotSeen() implements Asked {}

    /** The caller may see the person, and not erase them. */
    record NotAllowed() implements Asked {}

    /** They are an operator: administrators take their roles away first, and keep one of them. */
    record WorksHere() implements Asked {}
  }

  /**
   * Asks for it in the caller's name: for themselves, or as an operator who may change users.
   *
   * @throws ErasureBlocked when a table that the gateway does not know refers to the person
   */
  public Asked ask(Acting acting, UUID person) {
    if (!isSeen(acting.handle(), person)) {
      return new Asked.NotSeen();
    }
    if (!acting.caller().is(person) && !acting.caller().may(Permission.CHANGE_USERS)) {
      return new Asked.NotAllowed();
    }
    if (acting.asOwner(handle -> worksHere(handle, person))) {
      return new Asked.WorksHere();
    }
    Asked asked = acting.asOwner(handle -> ask(handle, person, clock.instant()));
    acting.note(AuditEntry.of("delete", "users", person));
    return asked;
  }

  /**
   * Carries out what was asked for, if its time has come.
   *
   * @return when to come again
   */
  public Optional<Instant> carryOut(UUID person) {
    return jdbi.inTransaction(handle -> {
      Instant now = clock.instant();
      ErasureRows.lock(handle, person);
      Optional<Boolean> done = ErasureRows.isDone(handle, person);
      if (done.isEmpty()) {
        return Optional.empty();
      }
      if (ErasureRows.isIncidentOpen(handle, person)) {
        return Optional.of(now.plus(LOOKS_AGAIN));
      }
      ErasureRows.erase(handle, person, now);
      return done.get() ? Optional.empty() : Optional.of(now.plus(SECOND_LOOK));
    });
  }

  /**
   * Erases again whom the ledger names: for a database that was restored, before it serves.
   *
   * @return how many they are
   */
  public int replay() {
    List<UUID> erased =
        jdbi.withHandle(handle ->
            handle
                .createQuery(
                    "SELECT user_id FROM gateway.erasures WHERE done_at IS NOT NULL"
                        + " ORDER BY done_at")
                .mapTo(UUID.class)
                .list());
    erased.forEach(person ->
        jdbi.useTransaction(handle -> {
          ErasureRows.lock(handle, person);
          ErasureRows.erase(handle, person, clock.instant());
        }));
    return erased.size();
  }

  private static Asked ask(Handle handle, UUID person, Instant now) {
    ErasureRows.lock(handle, person);
    ErasureRows.asked(handle, person, now);
    if (ErasureRows.isIncidentOpen(handle, person)) {
      Agenda.erasure(handle, person, now.plus(LOOKS_AGAIN));
      return new Asked.WaitsForIncident();
    }
    boolean account = ErasureRows.erase(handle, person, now);
    Agenda.erasure(handle, person, now.plus(SECOND_LOOK));
    return new Asked.Erased(account);
  }

  private static boolean worksHere(Handle handle, UUID person) {
    return handle
        .createQuery(
            "SELECT EXISTS (SELECT 1 FROM public.user_roles WHERE user_id = :person"
                + " AND is_active AND role <> 'user')")
        .bind("person", person)
        .mapTo(Boolean.class)
        .one();
  }

  private static boolean isSeen(Handle handle, UUID person) {
    return handle
        .createQuery("SELECT id FROM public.profiles WHERE id = :person")
        .bind("person", person)
        .mapTo(UUID.class)
        .findOne()
        .isPresent();
  }
}
