package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An emergency thought through before there is one: the ladder itself climbs, on a clock that only
 * stands in this room, and nothing is sent or written. So what operators are shown of their rules
 * can't differ from what these do.
 */
public final class Rehearsal {
  /** More than this nobody reads; a ladder of a hundred rounds has thousands of beats. */
  private static final int LONGEST = 400;

  private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 0));

  private final Escalation escalation;

  /** By the rules of that escalation. */
  public Rehearsal(Escalation escalation) {
    this.escalation = escalation;
  }

  /**
   * What follows at a time.
   *
   * @param after how long after the cry
   */
  public record Beat(Duration after, List<Effect> effects) {
    public Beat {
      effects = List.copyOf(effects);
    }
  }

  /**
   * How it goes.
   *
   * @param complete false where it went on for longer than is worth reading
   */
  public record Course(List<Beat> beats, boolean complete) {
    public Course {
      beats = List.copyOf(beats);
    }
  }

  /** Nobody answers, until operators have been reminded once. */
  public Course nobodyAnswers(Situation situation, RiskLevel level) {
    Stage stage = begun(situation, level);
    boolean alarmed = stage.incident().state() instanceof IncidentState.Unanswered;
    while (stage.beats().size() < LONGEST && stage.ringNext()) {
      if (alarmed) {
        return stage.course(true);
      }
      alarmed = stage.incident().state() instanceof IncidentState.Unanswered;
    }
    return stage.course(false);
  }

  /**
   * The first contact says yes while they still have time, and later that they reached the person,
   * who says that they are safe when they are first asked; empty where no contact is asked.
   */
  public Optional<Course> helpComes(Situation situation, RiskLevel level) {
    return held(situation, level, true);
  }

  /** The same, but the person never answers: until operators have been told of it once. */
  public Optional<Course> personIsSilent(Situation situation, RiskLevel level) {
    return held(situation, level, false);
  }

  private Optional<Course> held(Situation situation, RiskLevel level, boolean safe) {
    Stage stage = begun(situation, level);
    if (!(stage.incident().state() instanceof IncidentState.Climbing climbing)) {
      return Optional.empty();
    }
    ContactId first = climbing.current();
    Duration half =
        situation.policy().timing().ackTimeout().dividedBy(2).truncatedTo(ChronoUnit.SECONDS);
    stage.happens(half, yes(first));
    while (stage.beats().size() < LONGEST && stage.ringNext()) {
      if (stage.asksResponder()) {
        stage.happens(stage.last().plus(half), yes(first));
      }
      if (stage.asksPerson() && safe) {
        stage.happens(stage.last().plus(Duration.ofMinutes(5)), new IncidentEvent.PersonSafe());
      }
      if (stage.isOver() || stage.alarmsOperators()) {
        return Optional.of(stage.course(true));
      }
    }
    return Optional.of(stage.course(false));
  }

  private Stage begun(Situation situation, RiskLevel level) {
    Assessment cry =
        new Assessment(level, List.of(Category.SUICIDE), Subject.SELF, false, false, List.of());
    Stage stage =
        new Stage(
            escalation,
            situation,
            Incident.opened(INCIDENT, situation.person().id(), cry, situation.now()));
    stage.follow(Duration.ZERO, escalation.open(INCIDENT, cry, situation));
    return stage;
  }

  private static IncidentEvent yes(ContactId contact) {
    return new IncidentEvent.ContactAnswered(contact, true);
  }
}
