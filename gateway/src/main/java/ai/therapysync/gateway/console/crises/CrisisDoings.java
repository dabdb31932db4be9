package ai.therapysync.gateway.console.crises;

import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.gateway.work.Wake;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.crisis.OperatorActions;
import ai.therapysync.persistence.views.CrisisCase;
import ai.therapysync.persistence.views.CrisisCases;
import java.util.Optional;
import java.util.UUID;

/** What operators do to an incident, unless another one has done something to it meanwhile. */
public final class CrisisDoings {
  private final Callers callers;
  private final OperatorActions actions;
  private final Wake wake;

  /** With what looks for the work that follows, after the commit. */
  public CrisisDoings(Callers callers, OperatorActions actions, Wake wake) {
    this.callers = callers;
    this.actions = actions;
    this.wake = wake;
  }

  /** What became of it. */
  enum Result {
    DONE,
    /** There is none, or not for this operator. */
    MISSING,
    /** It is about the operator themselves. */
    THEIR_OWN,
    /** Somebody else took it or ended it since the page was shown. */
    CHANGED
  }

  /** The operator has it, or says that they reached the person. */
  Result acknowledge(Visit visit, UUID incident, String version) {
    return unchanged(
        visit,
        incident,
        version,
        (acting, person) -> actions.acknowledge(acting, incident, person));
  }

  /** It is over. */
  Result resolve(Visit visit, UUID incident, String version, String outcome) {
    return unchanged(
        visit,
        incident,
        version,
        (acting, person) -> actions.resolve(acting, incident, person, outcome));
  }

  private interface Doing {
    boolean on(Acting acting, UUID person);
  }

  private Result unchanged(Visit visit, UUID incident, String version, Doing doing) {
    Result result =
        callers.acting(
            visit.caller(),
            visit.origin(),
            acting -> {
              Optional<UUID> person = CrisisCases.person(acting, incident);
              if (person.isEmpty()) {
                return Result.MISSING;
              }
              if (acting.caller().is(person.get())) {
                return Result.THEIR_OWN;
              }
              acting.lock(person.get());
              boolean same =
                  CrisisCases.find(acting, incident)
                      .map(CrisisCase::version)
                      .filter(version::equals)
                      .isPresent();
              return same && doing.on(acting, person.get()) ? Result.DONE : Result.CHANGED;
            });
    if (result == Result.DONE) {
      wake.up();
    }
    return result;
  }
}
