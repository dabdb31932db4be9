package ai.therapysync.conversation.practice.mood;

import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.occasion.Aside;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Change;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.Talk;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks for the mood at the opening of a talk, or soon after it where something else came first,
 * once a day at most, and when the person leaves. Nobody in distress is asked for a figure.
 */
public final class MoodQuestions implements Aside {
  /** When the mood was asked for last: the word of {@code Work.last}. */
  public static final String ASKED = "mood_asked";

  private final Phrasebook texts = Phrasebook.load(MoodQuestions.class, "mood");
  private final QuickAnswers quick = new QuickAnswers();

  @Override
  public Optional<Step> add(Occasion occasion) {
    Talk talk = occasion.work().talk();
    if (talk.troubledLately() || occasion.climate().heavy()) {
      return Optional.empty();
    }
    boolean fits = talk.young() && talk.moodBefore().isEmpty() && occasion.climate().bearsMore();
    if (fits && !askedToday(occasion)) {
      return Optional.of(atOpening(occasion));
    }
    boolean measures = talk.moodBefore().isPresent() && talk.moodAfter().isEmpty();
    return occasion.climate().leaving() && measures
        ? talk.session().map(session -> atLeaving(occasion, session))
        : Optional.empty();
  }

  /** What was put off on another day gives way to the question of this one. */
  @Override
  public boolean mayStandBeside(Asked patient, Occasion occasion) {
    LocalDate day = patient.at().atZone(occasion.person().zone()).toLocalDate();
    return patient.isPutOff() && day.isBefore(occasion.today());
  }

  /** What is asked of somebody who went quiet without a goodbye. */
  public String afterwards(Language language) {
    return texts.say(language, "ask.afterwards");
  }

  /** The answers to each of these questions. */
  public Choices scale(Language language) {
    return scale(quick, language);
  }

  static Choices scale(QuickAnswers quick, Language language) {
    return quick.figures(language, 1, 10);
  }

  /** The question that is open once that has been asked. */
  public static Asked after(UUID session, Optional<Integer> before, Instant now) {
    Map<String, String> details =
        before
            .map(mood ->
                Map.of(MoodSkill.SESSION, session.toString(), "before", Integer.toString(mood)))
            .orElseGet(() -> Map.of(MoodSkill.SESSION, session.toString()));
    return new Asked(MoodSkill.AFTER, details, false, now);
  }

  /** The question that is open once the mood with which a talk begins has been asked for. */
  public static Asked before(Instant now) {
    return new Asked(MoodSkill.BEFORE, Map.of(), false, now);
  }

  private Step atOpening(Occasion occasion) {
    return Step.says(MoodSkill.NAME, texts.say(occasion.language(), "ask.before"))
        .changing(List.of(new Change.Happened(ASKED)))
        .asking(before(occasion.now()))
        .offering(scale(occasion.language()));
  }

  private Step atLeaving(Occasion occasion, UUID session) {
    return Step.says(MoodSkill.NAME, texts.say(occasion.language(), "ask.after"))
        .asking(after(session, occasion.work().talk().moodBefore(), occasion.now()))
        .offering(scale(occasion.language()));
  }

  private static boolean askedToday(Occasion occasion) {
    return occasion
        .work()
        .last(ASKED)
        .map(at -> at.atZone(occasion.person().zone()).toLocalDate())
        .filter(occasion.today()::equals)
        .isPresent();
  }
}
