package ai.therapysync.crisis.escalation;

import ai.therapysync.crisis.incident.Effect;
import ai.therapysync.crisis.incident.Recipient;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.Medium;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.notice.NoticeWords;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.crisis.notice.PageLinks;
import ai.therapysync.crisis.people.ContactId;
import ai.therapysync.crisis.people.EmergencyContact;
import ai.therapysync.crisis.people.FamilyMember;
import ai.therapysync.crisis.people.Household;
import ai.therapysync.crisis.risk.RiskLevel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts what an incident has to say into words and addresses it. */
final class Announcer {
  private final NoticeWriter writer;
  private final PageLinks links;

  Announcer(NoticeWriter writer, PageLinks links) {
    this.writer = writer;
    this.links = links;
  }

  /** Pages a contact by SMS and by mail together, as far as they have them. */
  void page(Draft draft, EmergencyContact contact, Notice.Strength strength) {
    List<String> inUse = draft.situation.codes().getOrDefault(contact.id(), List.of());
    String code = freeLetter(inUse);
    Optional<String> shown = inUse.isEmpty() ? Optional.empty() : Optional.of(code);
    Notice page = new Notice.Page(name(draft), strength, shown, link(draft, contact.id()));
    toContact(draft, contact, page, Effect.Purpose.PAGE, Optional.of(code));
    draft.become(draft.incident().telling(contact.id()));
  }

  /** Tells a contact at every address they have. */
  void tell(Draft draft, EmergencyContact contact, Notice notice, Effect.Purpose purpose) {
    toContact(draft, contact, notice, purpose, Optional.empty());
  }

  /**
   * Tells a contact once: at their number, or by mail where they have none, or it does not get
   * there.
   */
  void tellOnce(Draft draft, EmergencyContact contact, Notice notice, Effect.Purpose purpose) {
    Optional<Effect.Mail> mail =
        contact
            .email()
            .map(to -> new Effect.Mail(to, writer.write(notice, language(draft), Medium.MAIL)));
    contact
        .phone()
        .map(number ->
            new Effect.Send(
                new Recipient.ContactPhone(contact.id(), number),
                purpose,
                writer.write(notice, language(draft), Medium.MESSAGE),
                Optional.empty(),
                mail))
        .or(() ->
            mail.map(letter ->
                new Effect.Send(
                    new Recipient.ContactMail(contact.id(), letter.to()),
                    purpose,
                    letter.words(),
                    Optional.empty())))
        .ifPresent(draft::add);
  }

  /**
   * Tells the one who has it where the person says that they are, where the rules pass it on and
   * they have said it.
   */
  void place(Draft draft, EmergencyContact contact) {
    draft
        .situation
        .placeForResponder()
        .ifPresent(fix -> {
          Duration ago = Duration.between(fix.at(), draft.now());
          Notice notice = new Notice.Place(name(draft), fix, ago, link(draft, contact.id()));
          tellOnce(draft, contact, notice, Effect.Purpose.PLACE);
          draft.happened("place_passed_on", Map.of("contact", contact.id().toString()));
        });
  }

  /** Alarms every operator who can be. */
  void alarm(Draft draft, Notice.Reason reason) {
    AlertSubject incident = new AlertSubject.OfIncident(draft.incident().id().value());
    Notice alert =
        new Notice.OperatorAlert(reason, incident.reference(), links.forOperators(incident));
    draft.add(new Effect.AlarmOperators(reason, incident));
    draft.happened("operators_alerted", Map.of("reason", reason.name().toLowerCase(Locale.ROOT)));
    draft
        .situation
        .operators()
        .forEach(mail ->
            send(
                draft,
                new Recipient.OperatorMail(mail),
                alert,
                Effect.Purpose.OPERATOR_ALERT,
                Optional.empty()));
  }

  /**
   * Alerts households: one row each, and everybody once, by mail and by message; who must not be
   * told as a contact is not told as family either.
   */
  void alert(Draft draft, List<Household> households) {
    boolean critical = draft.incident().level() == RiskLevel.IMMINENT;
    Notice notice = new Notice.FamilyAlert(name(draft), critical);
    NoticeWords words = writer.write(notice, language(draft), Medium.MAIL);
    for (Household household : households) {
      draft.add(new Effect.AlertHousehold(household.id(), critical, words.subject(), words.text()));
      draft.happened("family_alerted", Map.of("household", household.id().toString()));
    }
    households.stream()
        .flatMap(household -> household.told().stream())
        .distinct()
        .filter(member ->
            draft.situation.contacts().stream()
                .noneMatch(contact -> contact.mustNotBeTold() && member.is(contact)))
        .forEach(member -> tell(draft, member, notice));
  }

  String link(Draft draft, ContactId contact) {
    return links.forContact(draft.incident().id().value(), contact.value());
  }

  static String name(Draft draft) {
    return draft.policy().telling().firstName() ? draft.situation.person().firstName() : "";
  }

  private void tell(Draft draft, FamilyMember member, Notice notice) {
    member
        .email()
        .ifPresent(mail -> family(draft, new Recipient.FamilyMail(member.id(), mail), notice));
    member
        .phone()
        .ifPresent(phone -> family(draft, new Recipient.FamilyPhone(member.id(), phone), notice));
  }

  private void family(Draft draft, Recipient to, Notice notice) {
    send(draft, to, notice, Effect.Purpose.FAMILY_ALERT, Optional.empty());
  }

  private void toContact(
      Draft draft,
      EmergencyContact contact,
      Notice notice,
      Effect.Purpose purpose,
      Optional<String> code) {
    contact
        .phone()
        .ifPresent(number ->
            send(draft, new Recipient.ContactPhone(contact.id(), number), notice, purpose, code));
    contact
        .email()
        .ifPresent(mail ->
            send(draft, new Recipient.ContactMail(contact.id(), mail), notice, purpose, code));
  }

  private void send(
      Draft draft, Recipient to, Notice notice, Effect.Purpose purpose, Optional<String> code) {
    boolean operator = to instanceof Recipient.OperatorMail;
    NoticeWords words =
        writer.write(notice, operator ? Language.ENGLISH : language(draft), medium(to));
    draft.add(new Effect.Send(to, purpose, words, code));
  }

  private static Medium medium(Recipient to) {
    return switch (to) {
      case Recipient.ContactPhone _, Recipient.FamilyPhone _ -> Medium.MESSAGE;
      case Recipient.ContactMail _, Recipient.FamilyMail _, Recipient.OperatorMail _ -> Medium.MAIL;
    };
  }

  private static Language language(Draft draft) {
    return draft.situation.person().language();
  }

  private static String freeLetter(List<String> inUse) {
    return IntStream.rangeClosed('A', 'Z')
        .mapToObj(Character::toString)
        .filter(letter -> !inUse.contains(letter))
        .findFirst()
        .orElse("Z");
  }
}
