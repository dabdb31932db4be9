package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.Incident;
import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentEvent.Timer;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.crisis.incident.IncidentState;
import ai.therapysync.crisis.incident.Outcome;
import ai.therapysync.crisis.incident.Recipient;
import ai.therapysync.crisis.incident.Situation;
import ai.therapysync.crisis.incident.Whereabouts;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.Fix;
import ai.therapysync.crisis.people.Household;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.crisis.safety.CheckIn;
import ai.therapysync.crisis.safety.CrisisLines;
import ai.therapysync.crisis.safety.SafeReply;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One person's incident that a test leads through its events; what followed last stands open. */
final class Plot {
  static final UUID OPERATOR = new UUID(0, 99);
  static final UUID OTHER_OPERATOR = new UUID(0, 98);

  private final Escalation escalation;
  private final List<EmergencyContact> contacts = new ArrayList<>();
  private final List<Household> households = new ArrayList<>();
  private final Map<ContactId, List<String>> codes = new HashMap<>();
  private boolean enabled = true;
  private boolean recentAbuse;
  private boolean humanAnswers;
  private Whereabouts whereabouts = Whereabouts.unknown();
  private Instant opensAt = Instant.EPOCH;
  private Instant now = Instant.parse("2026-03-01T20:00:00Z");
  private @Nullable Incident incident;
  private List<Effect> followed = List.of();

  private EscalationPolicy policy;

  private Plot(int rounds, EmergencyContact... contacts) {
    policy = EscalationPolicy.of(Duration.ofMinutes(5), rounds);
    escalation =
        new Escalation(
            new NoticeWriter(), new Links(), new CheckIn(new SafeReply(CrisisLines.load())));
    this.contacts.addAll(List.of(contacts));
  }

  /** Three rounds, five minutes a rung. */
  static Plot with(EmergencyContact... contacts) {
    return new Plot(3, contacts);
  }

  static Plot ofOneRound(EmergencyContact... contacts) {
    return new Plot(1, contacts);
  }

  Plot escalationOff() {
    enabled = false;
    return this;
  }

  Plot abuseLately() {
    recentAbuse = true;
    return this;
  }

  /** A human holds the conversation, or automatic replies are off. */
  Plot humanAnswers() {
    humanAnswers = true;
    return this;
  }

  /** Another policy tells people otherwise. */
  Plot telling(EscalationPolicy.Telling telling) {
    policy = new EscalationPolicy(policy.timing(), telling, policy.followUp());
    return this;
  }

  /** The person sends a place. */
  Plot sendsPlace(Fix fix) {
    whereabouts = new Whereabouts(Optional.of(fix), whereabouts.passedOn());
    happens(new IncidentEvent.PlaceSent());
    if (sent(Effect.Purpose.PLACE).findAny().isPresent()) {
      whereabouts = new Whereabouts(Optional.of(fix), Optional.of(now));
    }
    return this;
  }

  /** The person is not written to before then. */
  Plot closedFor(Duration time) {
    opensAt = now.plus(time);
    return this;
  }

  /** What the person was asked by the last event. */
  List<String> asked() {
    return followed.stream()
        .flatMap(effect ->
            effect instanceof Effect.AskPerson ask ? Stream.of(ask.text()) : Stream.empty())
        .toList();
  }

  Plot household(Household household) {
    households.add(household);
    return this;
  }

  Plot codesInUse(EmergencyContact contact, String... letters) {
    codes.put(contact.id(), List.of(letters));
    return this;
  }

  /** From now on the contact's row says something else. */
  Plot nowIs(EmergencyContact changed) {
    contacts.replaceAll(contact -> contact.id().equals(changed.id()) ? changed : contact);
    return this;
  }

  Plot passes(Duration time) {
    now = now.plus(time);
    return this;
  }

  /** The person writes; the first emergency opens the incident. */
  Plot says(Assessment message) {
    return follow(
        incident == null
            ? escalation.open(new IncidentId(new UUID(0, 1)), message, situation())
            : escalation.said(incident, message, situation()));
  }

  Plot happens(IncidentEvent event) {
    return follow(escalation.on(incident(), event, situation()));
  }

  Plot answers(EmergencyContact contact, boolean yes) {
    return happens(new IncidentEvent.ContactAnswered(contact.id(), yes));
  }

  Plot saysYes(EmergencyContact contact) {
    return answers(contact, true);
  }

  Plot saysNo(EmergencyContact contact) {
    return answers(contact, false);
  }

  Plot rings(Timer timer) {
    return happens(new IncidentEvent.TimerRang(timer, incident().step()));
  }

  /** The rung's five minutes are over. */
  Plot nobodyAnswers() {
    return passes(Duration.ofMinutes(5)).rings(Timer.RUNG);
  }

  Plot smsFails(EmergencyContact contact) {
    return happens(new IncidentEvent.PageFailed(incident().step(), contact.id(), true));
  }

  Plot mailFails(EmergencyContact contact) {
    return happens(new IncidentEvent.PageFailed(incident().step(), contact.id(), false));
  }

  Plot accepted(boolean bySms) {
    return happens(new IncidentEvent.PageAccepted(incident().step(), bySms));
  }

  /** Restores the incident as somebody else's row would show it: only a status is known. */
  Plot foreign(Assessment cry, IncidentState state) {
    incident =
        Incident.opened(new IncidentId(new UUID(0, 1)), new PersonId(new UUID(0, 2)), cry, now)
            .stay(state);
    return this;
  }

  Incident incident() {
    return Objects.requireNonNull(incident);
  }

  String status() {
    return incident().status();
  }

  Instant now() {
    return now;
  }

  List<Effect> followed() {
    return followed;
  }

  /** Contacts who were paged by the last event, each once. */
  List<ContactId> paged() {
    return told(Effect.Purpose.PAGE);
  }

  /** Contacts to whom something of this kind went, each once. */
  List<ContactId> told(Effect.Purpose purpose) {
    return sent(purpose).flatMap(Plot::contactOf).distinct().toList();
  }

  Stream<Effect.Send> sent(Effect.Purpose purpose) {
    return followed.stream()
        .flatMap(effect -> effect instanceof Effect.Send send ? Stream.of(send) : Stream.empty())
        .filter(send -> send.purpose() == purpose);
  }

  List<String> words(Effect.Purpose purpose) {
    return sent(purpose).map(send -> send.words().text()).toList();
  }

  /** Timers that were set, with how long from now. */
  Map<Timer, Duration> timers() {
    Map<Timer, Duration> set = new HashMap<>();
    followed.forEach(effect -> {
      if (effect instanceof Effect.SetTimer(Timer timer, Instant at)) {
        set.put(timer, Duration.between(now, at));
      }
    });
    return set;
  }

  boolean operatorsAlerted() {
    return sent(Effect.Purpose.OPERATOR_ALERT).findAny().isPresent();
  }

  List<String> timeline() {
    return followed.stream()
        .flatMap(effect ->
            effect instanceof Effect.Happened happened
                ? Stream.of(happened.what())
                : Stream.empty())
        .toList();
  }

  boolean follows(Class<? extends Effect> kind) {
    return followed.stream().anyMatch(kind::isInstance);
  }

  private Plot follow(Outcome outcome) {
    incident = outcome.incident();
    followed = outcome.effects();
    return this;
  }

  private Situation situation() {
    return new Situation(
        new PersonInCare(new PersonId(new UUID(0, 2)), "Maya", Language.ENGLISH, "US", "US"),
        contacts,
        households,
        List.of(new EmailAddress("desk@example.org")),
        enabled,
        recentAbuse,
        codes,
        whereabouts,
        writableFrom(),
        policy,
        now);
  }

  private Optional<Instant> writableFrom() {
    return humanAnswers ? Optional.empty() : Optional.of(opensAt.isAfter(now) ? opensAt : now);
  }

  private static Stream<ContactId> contactOf(Effect.Send send) {
    return switch (send.recipient()) {
      case Recipient.ContactPhone phone -> Stream.of(phone.contact());
      case Recipient.ContactMail mail -> Stream.of(mail.contact());
      case Recipient.FamilyPhone _, Recipient.FamilyMail _, Recipient.OperatorMail _ ->
          Stream.empty();
    };
  }

  private static final class Links implements PageLinks {
    @Override
    public String forContact(UUID incident, UUID contact) {
      return "https://care.example/respond/" + contact;
    }

    @Override
    public String forCheck(UUID contact, Instant askedAt) {
      return "https://care.example/respond/check";
    }

    @Override
    public String forOperators(AlertSubject subject) {
      return "https://care.example/console/" + subject.reference();
    }
  }
}
