package ai.therapysync.crisis.incident;

import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A person's emergency from the first cry to its end; at most one is open for a person.
 *
 * @param level the highest level seen; it never falls
 * @param categories every kind seen, in the order in which they appeared
 * @param subject who is in danger; somebody else only while nothing showed danger to the person
 * @param step counts what has changed the ladder: a timer of an earlier step is void
 * @param told every contact who was ever paged for it
 * @param closeDanger someone close may be the danger: only contacts marked safe may be told
 * @param safeReplies how many safe replies it has had
 * @param familyTold whether the households have been alerted
 * @param aftercare how the person has been since the last sign of danger
 */
public record Incident(
    IncidentId id,
    PersonId person,
    RiskLevel level,
    List<Category> categories,
    Subject subject,
    Instant openedAt,
    IncidentState state,
    int step,
    List<ContactId> told,
    boolean closeDanger,
    int safeReplies,
    boolean familyTold,
    Aftercare aftercare) {
  public Incident {
    categories = List.copyOf(categories);
    told = List.copyOf(told);
  }

  /** A new one, which nobody has been asked about. */
  public static Incident opened(IncidentId id, PersonId person, Assessment cry, Instant at) {
    return new Incident(
        id,
        person,
        cry.level(),
        cry.categories(),
        cry.subject(),
        at,
        new IncidentState.Unanswered(false),
        0,
        List.of(),
        false,
        0,
        false,
        Aftercare.since(at));
  }

  /** The word of {@code crisis_interventions.status}. */
  public String status() {
    return switch (state) {
      case IncidentState.Climbing climbing -> climbing.accepted() ? "notified" : "pending";
      case IncidentState.Held _ -> "acknowledged";
      case IncidentState.Unanswered _ -> "unanswered";
      case IncidentState.Resolved _ -> "resolved";
    };
  }

  /** Whether a contact may hear of it: the person's say, and where the danger may come from. */
  public boolean mayTell(EmergencyContact contact) {
    return !contact.mustNotBeTold() && (contact.safeForAbuse() || !closeDanger);
  }

  /** Moved on: timers of earlier steps are void. */
  public Incident at(IncidentState next) {
    return with(next, step + 1);
  }

  /** The same step with a detail changed: its timers stay. */
  public Incident stay(IncidentState next) {
    return with(next, step);
  }

  /** With what a further message showed, at that time. */
  public Incident joinedBy(Assessment cry, Instant at) {
    LinkedHashSet<Category> kinds = new LinkedHashSet<>(categories);
    kinds.addAll(cry.categories());
    boolean own = cry.level() != RiskLevel.NONE && cry.subject() == Subject.SELF;
    return new Incident(
        id,
        person,
        cry.isEmergency() ? level.orHigher(cry.level()) : level,
        List.copyOf(kinds),
        own ? Subject.SELF : subject,
        openedAt,
        state,
        step,
        told,
        closeDanger,
        safeReplies,
        familyTold,
        own ? Aftercare.since(at) : aftercare);
  }

  /** From now on only contacts marked safe may be told. */
  public Incident withCloseDanger() {
    return with(told, true, safeReplies, familyTold, aftercare);
  }

  /** With one more safe reply said. */
  public Incident answered() {
    return with(told, closeDanger, safeReplies + 1, familyTold, aftercare);
  }

  /** With the households alerted. */
  public Incident withFamilyTold() {
    return with(told, closeDanger, safeReplies, true, aftercare);
  }

  /** With a contact paged. */
  public Incident telling(ContactId contact) {
    LinkedHashSet<ContactId> all = new LinkedHashSet<>(told);
    all.add(contact);
    return with(List.copyOf(all), closeDanger, safeReplies, familyTold, aftercare);
  }

  /** With what the person was asked, or answered. */
  public Incident with(Aftercare next) {
    return with(told, closeDanger, safeReplies, familyTold, next);
  }

  private Incident with(IncidentState next, int nextStep) {
    return new Incident(
        id,
        person,
        level,
        categories,
        subject,
        openedAt,
        next,
        nextStep,
        told,
        closeDanger,
        safeReplies,
        familyTold,
        aftercare);
  }

  private Incident with(
      List<ContactId> told,
      boolean closeDanger,
      int safeReplies,
      boolean familyTold,
      Aftercare aftercare) {
    return new Incident(
        id,
        person,
        level,
        categories,
        subject,
        openedAt,
        state,
        step,
        told,
        closeDanger,
        safeReplies,
        familyTold,
        aftercare);
  }
}
