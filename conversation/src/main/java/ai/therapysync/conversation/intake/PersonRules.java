package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.hours.ResponseDelay;
import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.conversation.intake.Received.TurnChange;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.Fix;
import ai.therapysync.crisis.people.PersonInCare;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a message of a person in care does: danger first, then the gates of an ordinary
 * conversation.
 */
final class PersonRules {
  /** Whoever writes more than this beside "don't tell …" gets an answer to it, too. */
  private static final int NOTHING_BUT_EXCLUSION = 80;

  private final CrisisDesk desk;
  private final Words words;
  private final DoorTexts door;
  private final ContactCheckRules checks;
  private final HandoverRules handovers;
  private final IncidentRules incidents;
  private final QuickAnswers quick = new QuickAnswers();
  private final Exclusions exclusions = Exclusions.load();

  PersonRules(
      CrisisDesk desk,
      Words words,
      DoorTexts door,
      ContactCheckRules checks,
      HandoverRules handovers) {
    this.desk = desk;
    this.words = words;
    this.door = door;
    this.checks = checks;
    this.handovers = handovers;
    this.incidents = new IncidentRules(desk, words, door);
  }

  void take(
      InboundMessage message,
      Assessment seen,
      boolean help,
      Circumstances at,
      Writer writer,
      Findings findings) {
    List<EmergencyContact> excluded = excluded(message, writer);
    Writer known = placed(message, writer.excluding(ids(excluded)));
    Arrival arrival = new Arrival(message, seen, help, at, known, excluded);
    exclude(arrival, findings);
    if (writer.incident().isPresent()) {
      incidents.during(arrival, writer.incident().get(), findings);
      return;
    }
    switch (seen.level()) {
      case HIGH, IMMINENT -> incidents.emergency(arrival, findings);
      case CONCERN -> concern(arrival, findings);
      case NONE -> ordinary(arrival, findings);
    }
  }

  /**
   * A second opinion finds more danger than was seen at first. In an open incident the message has
   * had its answer; a turn that no longer waits can't ask, so the question is asked here.
   */
  void raised(
      InboundMessage message,
      Assessment opinion,
      Circumstances at,
      Writer writer,
      Findings findings) {
    if (writer.incident().isPresent()) {
      findings.cased(desk.said(writer.incident().get(), opinion, writer.crisis()));
      return;
    }
    boolean asks = !opinion.isEmergency() && writer.waiting().isEmpty() && !at.optedOut();
    Arrival arrival = new Arrival(message, opinion, false, at, writer, List.of());
    if (!asks || arrival.isForHumans()) {
      take(message, opinion, false, at, writer, findings);
      return;
    }
    findings.answer(Kind.CONCERN, question(arrival));
    findings.gate("crisis", "asked_at_once", "concern, by a second opinion");
  }

  private static Writer placed(InboundMessage message, Writer writer) {
    return message
        .place()
        .map(place -> new Fix(place.latitude(), place.longitude(), message.receivedAt()))
        .map(writer::at)
        .orElse(writer);
  }

  private String question(Arrival arrival) {
    Language language = words.language(arrival.message(), arrival.writer());
    PersonInCare person = arrival.person();
    Category category = arrival.seen().category().orElse(Category.SUICIDE);
    return arrival.seen().subject() == Subject.SOMEONE_ELSE
        ? desk.words().concernForAnother(language, person.region(), person.mainRegion(), 0)
        : desk.words().concern(language, person.region(), person.mainRegion(), category, 0);
  }

  private List<EmergencyContact> excluded(InboundMessage message, Writer writer) {
    List<EmergencyContact> told =
        writer.crisis().contacts().stream().filter(contact -> !contact.mustNotBeTold()).toList();
    return exclusions.named(message.text(), told);
  }

  /** An incident that is open, or opens now, hears of it and alarms operators by itself. */
  private void exclude(Arrival arrival, Findings findings) {
    if (arrival.excluded().isEmpty()) {
      return;
    }
    arrival
        .excluded()
        .forEach(contact -> findings.number(new NumberChange.ContactExcluded(contact.id())));
    findings.gate("contacts", "excluded", "the person said so");
    if (arrival.writer().incident().isPresent() || arrival.seen().isEmergency()) {
      return;
    }
    findings.follows(
        desk.alarm(
            Notice.Reason.CONTACT_EXCLUDED,
            new AlertSubject.OfPerson(arrival.writer().id().value()),
            arrival.at().operators()));
    if (!arrival.isForHumans()) {
      findings.answer(
          Kind.EXCLUSION, door.excluded(arrival.writer().language(), arrival.excludedNames()));
    }
  }

  private void concern(Arrival arrival, Findings findings) {
    if (arrival.isForHumans()) {
      findings.follows(
          desk.alarm(
              Notice.Reason.CONCERN_WAITS,
              new AlertSubject.OfPerson(arrival.writer().id().value()),
              arrival.at().operators()));
      findings.gate("crisis", "waits_for_human", "concern; operators alerted");
      return;
    }
    if (arrival.awaitsHuman()) {
      findings.follows(
          desk.alarm(
              Notice.Reason.CONCERN_WAITS,
              new AlertSubject.OfPerson(arrival.writer().id().value()),
              arrival.at().operators()));
    }
    if (arrival.help()) {
      findings.answer(
          Kind.HELP_ANSWER,
          desk.words()
              .helpAnswer(
                  words.language(arrival.message(), arrival.writer()),
                  arrival.person().region(),
                  arrival.person().mainRegion()),
          Optional.of(quick.safety(words.language(arrival.message(), arrival.writer()))));
      findings.gate("crisis", "help_answered", "HELP alone");
      return;
    }
    if (arrival.awaitsHuman()) {
      findings.answer(Kind.CONCERN, question(arrival));
      findings.gate("crisis", "asked_at_once", "concern, while a human is awaited");
      return;
    }
    findings.turn(new TurnChange.Join(arrival.at().now(), true));
    findings.gate("crisis", "answer_at_once", "concern");
  }

  private void ordinary(Arrival arrival, Findings findings) {
    Writer writer = arrival.writer();
    if (arrival.at().optedOut()) {
      findings.gate("opt_out", "silent", "the number said STOP");
      return;
    }
    if (handovers.take(arrival, findings)) {
      return;
    }
    if (writer.humanHolds()) {
      findings.gate("takeover", "waits_for_human", "a human holds the conversation");
      return;
    }
    if (!writer.settings().autoResponses()) {
      findings.gate("auto_responses", "waits_for_human", "automatic replies are off");
      return;
    }
    if (!arrival.excluded().isEmpty()
        && arrival.message().text().length() <= NOTHING_BUT_EXCLUSION) {
      return;
    }
    if (writer.contactsToCheck().isPresent()) {
      checks.ask(arrival, writer.contactsToCheck().get(), findings);
      return;
    }
    if (arrival.at().earlier().original().filter(original -> !original.waits()).isPresent()) {
      findings.gate("intake", "silent", "an edit of what has its answer");
      return;
    }
    Instant now = arrival.at().now();
    Instant first = writer.waiting().map(Writer.WaitingTurn::firstAt).orElse(now);
    findings.turn(
        new TurnChange.Join(
            ResponseDelay.due(first, now, writer.settings().responseDelay()), false));
  }

  private static Set<ContactId> ids(List<EmergencyContact> contacts) {
    return contacts.stream().map(EmergencyContact::id).collect(Collectors.toSet());
  }
}
