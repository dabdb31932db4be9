package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.intake.Received.Kind;
import ai.therapysync.conversation.intake.Received.NumberChange;
import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.onboarding.Application;
import ai.therapysync.conversation.onboarding.Application.Step;
import ai.therapysync.conversation.onboarding.Onboarding;
import ai.therapysync.conversation.onboarding.Reaction;
import ai.therapysync.conversation.practice.contact.ContactSkill;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.safety.SafeReply;
import java.util.Optional;

/** Leads strangers in where the door is open; what they say before they agree is not kept. */
final class OnboardingRules {
  private final Onboarding onboarding;
  private final SafeReply words;

  OnboardingRules(int minimumAge, SafeReply words) {
    this.onboarding = new Onboarding(minimumAge);
    this.words = words;
  }

  /**
   * A stranger's message that is in no danger.
   *
   * @param shown the door was shown to them within the last weeks
   */
  void take(
      InboundMessage message,
      StrangerPlace place,
      boolean shown,
      Circumstances at,
      Findings findings) {
    findings.wordsNotKept();
    if (at.stranger().questionWaits()) {
      findings.gate("onboarding", "silent", "what they were asked has not left yet");
      return;
    }
    Onboarding.Message said =
        new Onboarding.Message(message.text(), place.region(), lines(place), at.now());
    boolean again =
        !shown
            && at.stranger()
                .application()
                .filter(application -> application.step() == Step.TOO_YOUNG)
                .isPresent();
    react(again ? tooYoung(said, at) : take(said, at, findings), at, findings);
  }

  private Reaction tooYoung(Onboarding.Message said, Circumstances at) {
    return onboarding.tooYoung(at.stranger().application().orElseThrow(), said);
  }

  private Reaction take(Onboarding.Message said, Circumstances at, Findings findings) {
    return at.stranger()
        .application()
        .filter(_ -> findings.isLate())
        .map(onboarding::late)
        .orElseGet(() -> onboarding.take(at.stranger().application(), said));
  }

  private static void react(Reaction reaction, Circumstances at, Findings findings) {
    switch (reaction) {
      case Reaction.Says(Application next, String text, Optional<Choices> choices) -> {
        findings.number(new NumberChange.Applied(next));
        findings.gate("onboarding", next.step().word(), "a stranger, and the door is open");
        findings.answer(
            next.step() == Step.TOO_YOUNG ? Kind.CLOSED_DOOR : Kind.ONBOARDING, text, choices);
      }
      case Reaction.Silent(Application next, String why) -> {
        findings.number(new NumberChange.Applied(next));
        findings.gate("onboarding", "silent", why);
      }
      case Reaction.Joins joins -> {
        findings.number(new NumberChange.Joined(joins.newcomer(), ContactSkill.offered(at.now())));
        findings.gate("onboarding", "joined", "agreed, named, old enough");
        findings.answer(Kind.ONBOARDING, joins.text(), Optional.of(joins.choices()));
      }
    }
  }

  private Onboarding.Lines lines(StrangerPlace place) {
    return new Onboarding.Lines() {
      @Override
      public String crisis(Language language) {
        return words.crisisLineSentence(language, place.region(), place.mainRegion());
      }

      @Override
      public String young(Language language) {
        return words.youngPeopleSentence(language, place.region(), place.mainRegion());
      }
    };
  }
}
