package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.crisis.CrisisDesk;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.notice.AlertSubject;
import ai.therapysync.crisis.notice.Notice;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.safety.SafeReply;
import java.time.Duration;
import java.util.Optional;

/** What a message from a number without a verified user does. */
final class StrangerRules {
  private static final int SAFE_REPLIES_AN_HOUR = 5;
  private static final Duration DOOR_AGAIN_AFTER = Duration.ofDays(30);

  private final CrisisDesk desk;
  private final DoorTexts door;
  private final CodeCheck codes;
  private final Words words;
  private final Optional<OnboardingRules> onboarding;
  private final QuickAnswers quick = new QuickAnswers();

  StrangerRules(
      CrisisDesk desk,
      DoorTexts door,
      CodeCheck codes,
      Words words,
      Optional<OnboardingRules> onboarding) {
    this.desk = desk;
    this.door = door;
    this.codes = codes;
    this.words = words;
    this.onboarding = onboarding;
  }

  /** A number that belongs to nobody. */
  void unknown(
      InboundMessage message, Assessment seen, boolean help, Circumstances at, Findings findings) {
    if (seen.level() != RiskLevel.NONE) {
      danger(message, seen, help, at, findings);
      return;
    }
    atTheDoor(message, at, findings);
  }

  /** A user's number that has yet to send its code. */
  void unverified(
      InboundMessage message,
      Assessment seen,
      Sender.PendingCode pending,
      boolean help,
      Circumstances at,
      Findings findings) {
    if (seen.level() != RiskLevel.NONE) {
      danger(message, seen, help, at, findings);
      return;
    }
    boolean right =
        VerificationCode.mayBe(message.text()) && codes.matches(pending, message.text());
    boolean open = pending.isIssued() && pending.triesLeft() > 0;
    if (!open) {
      atTheDoor(message, at, findings);
      return;
    }
    if (!(right || VerificationCode.isAttempt(message.text()))) {
      closedDoor(message, shown(at), at, findings);
      return;
    }
    check(message, pending, right, findings);
  }

  private void check(
      InboundMessage message, Sender.PendingCode pending, boolean right, Findings findings) {
    Language language = language(message);
    if (pending.expired()) {
      findings.number(new NumberChange.WrongCode(pending.integration()));
      findings.gate("verification", "refused", "expired");
      findings.answer(Kind.VERIFICATION, door.expiredCode(language));
      return;
    }
    if (right) {
      findings.number(new NumberChange.Verified(pending.integration()));
      findings.gate("verification", "verified", "the number sent its code");
      findings.answer(Kind.VERIFICATION, door.verified(language));
      return;
    }
    findings.number(new NumberChange.WrongCode(pending.integration()));
    findings.gate("verification", "refused", "wrong code");
    findings.answer(Kind.VERIFICATION, door.wrongCode(language, pending.triesLeft() - 1));
  }

  private void danger(
      InboundMessage message, Assessment seen, boolean help, Circumstances at, Findings findings) {
    if (seen.isEmergency() && !at.stranger().alarmedLately()) {
      findings.follows(
          desk.alarm(
              Notice.Reason.UNKNOWN_NUMBER,
              new AlertSubject.OfMessage(at.newId()),
              at.operators()));
      findings.gate("stranger_alarm", "operators_alerted", seen.level().word());
    }
    int before = at.stranger().safeRepliesThisHour();
    if (before >= SAFE_REPLIES_AN_HOUR) {
      findings.gate("stranger", "silent", "five safe replies within the hour");
      return;
    }
    findings.gate("stranger", "safe_reply", seen.level().word());
    Language language = language(message);
    StrangerPlace place = StrangerPlace.of(message);
    if (help) {
      findings.answer(
          Kind.HELP_ANSWER,
          desk.words().helpAnswer(language, place.region(), place.mainRegion()),
          Optional.of(quick.safety(language)));
      return;
    }
    findings.answer(
        Kind.SAFE_REPLY,
        desk.safeReply(
            new SafeReply.Moment(
                language,
                place.region(),
                place.mainRegion(),
                seen.level(),
                seen.category().orElse(Category.SUICIDE),
                seen.subject(),
                before)),
        Optional.of(
            seen.subject() == Subject.SOMEONE_ELSE
                ? quick.safetyOfAnother(language)
                : quick.safety(language)));
  }

  private void atTheDoor(InboundMessage message, Circumstances at, Findings findings) {
    boolean shown = shown(at);
    if (onboarding.isPresent() && !at.optedOut()) {
      onboarding.get().take(message, StrangerPlace.of(message), shown, at, findings);
      return;
    }
    closedDoor(message, shown, at, findings);
  }

  private static boolean shown(Circumstances at) {
    return at.stranger()
        .doorShownAt()
        .map(shownAt -> shownAt.plus(DOOR_AGAIN_AFTER).isAfter(at.now()))
        .orElse(false);
  }

  private void closedDoor(
      InboundMessage message, boolean shown, Circumstances at, Findings findings) {
    if (shown || at.optedOut()) {
      findings.gate("stranger", "silent", shown ? "told within 30 days" : "opted out");
      return;
    }
    findings.gate("stranger", "closed_door", "not a verified number");
    findings.answer(Kind.CLOSED_DOOR, door.closed(language(message)));
  }

  /** The language a stranger clearly writes, else English. */
  private Language language(InboundMessage message) {
    return words.language(message).orElse(Language.ENGLISH);
  }
}
