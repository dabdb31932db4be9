package ai.therapysync.conversation.practice;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.Choices;
import ai.therapysync.conversation.message.Choices.Choice;
import ai.therapysync.conversation.occasion.Asked;
import ai.therapysync.conversation.occasion.Circle;
import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.conversation.occasion.Goal;
import ai.therapysync.conversation.occasion.Idea;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.Remembered;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.conversation.occasion.Streak;
import ai.therapysync.conversation.occasion.Talk;
import ai.therapysync.conversation.occasion.VoiceOffered;
import ai.therapysync.conversation.occasion.Work;
import ai.therapysync.conversation.practice.contact.ContactSkill;
import ai.therapysync.conversation.practice.mood.MoodQuestions;
import ai.therapysync.crisis.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whoever taps an answer, types its figure, or types what stands on its button has said the same,
 * to every question and in every language.
 */
final class QuickAnswersTest {
  private static final Practice PRACTICE = Practice.standard();

  /** Ideas of each kind of offer. */
  private static final List<String> IDEAS =
      List.of("idle_goal", "streak_at_risk", "low_mood_trend", "no_goal_yet", "check_in");

  /** A question that was asked, with what the person had when it was. */
  record Question(String name, Moment moment, Step step) {
    @Override
    public String toString() {
      return name + " " + moment.language().code();
    }
  }

  static Stream<Question> questions() {
    return Stream.of(Language.values()).flatMap(language -> questions(language.code()));
  }

  private static Stream<Question> questions(String language) {
    Moment moment = Moment.in(language).working(full());
    Stream<Question> asked =
        Stream.of(
                "PHQ-9",
                "GAD-7",
                "forget everything",
                "list the voices",
                "delete goal",
                "i finished my goal",
                "remove my emergency contact",
                "change my emergency contact",
                "done with goal 1")
            .map(words -> question(words, moment, PRACTICE.take(moment.hears(words))));
    Stream<Question> moods =
        Stream.of(
            question("mood", moment, mood(moment, Talk.opening(), Climate.clear())),
            question(
                "mood after",
                moment,
                mood(
                    moment,
                    new Talk(
                        Optional.of(new UUID(0, 9)),
                        Optional.of(4),
                        Optional.empty(),
                        false,
                        false),
                    new Climate(false, false, true))));
    return Stream.of(asked, moods, ideas(moment), offers(moment)).flatMap(one -> one);
  }

  private static Optional<Step> mood(Moment moment, Talk talk, Climate climate) {
    Occasion hears = moment.working(working(talk, List.of())).hears("…");
    return new MoodQuestions()
        .add(
            new Occasion(
                hears.person(), hears.words(), hears.asked(), hears.work(), climate, hears.now()));
  }

  private static Stream<Question> ideas(Moment moment) {
    Talk underWay =
        new Talk(Optional.of(new UUID(0, 9)), Optional.of(4), Optional.empty(), false, false);
    return IDEAS.stream()
        .map(type -> {
          Idea idea = new Idea(Idea.Kind.INSIGHT, new UUID(0, 5), type, Optional.empty(), "So.");
          Work work = working(underWay, List.of(idea));
          Work fitting = type.equals("no_goal_yet") ? withoutGoals(work) : work;
          Moment then = moment.working(fitting);
          return question(type, then, PRACTICE.aside(then.hears("…")));
        });
  }

  private static Stream<Question> offers(Moment moment) {
    String other = moment.language() == Language.GERMAN ? "es" : "de";
    String words =
        other.equals("de")
            ? "Ich habe heute wieder lange mit meiner Mutter gesprochen"
            : "Hoy he hablado otra vez mucho tiempo con mi madre";
    Moment abroad = moment.working(working(Talk.opening(), List.of()));
    return Stream.of(
        question("language", abroad, PRACTICE.aside(abroad.hears(words))),
        new Question(
            "contact",
            moment,
            Step.says("contacts", "?")
                .asking(ContactSkill.offered(Moment.NOON))
                .offering(
                    new ai.therapysync.conversation.occasion.QuickAnswers()
                        .yesLater(moment.language()))));
  }

  private static Question question(String name, Moment moment, Optional<Step> step) {
    return new Question(name, moment, step.orElseThrow(() -> new AssertionError(name)));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void tappedNumberedAndTypedAnswersMeanTheSame(Question question) {
    Choices choices = question.step().choices().orElseThrow();
    Asked asked = question.step().asks().orElseThrow();
    for (Choice choice : choices.all()) {
      String number = choices.number(choice);
      Said tapped = decide(question, asked, choice.answer());
      assertThat(tapped).as(choice.label()).isNotEqualTo(Said.NOTHING);
      assertThat(choices.meant(number)).contains(choice);
      assertThat(choices.meant(choice.label())).contains(choice);
      assertThat(
              choices.meant(
                  choice.label().toUpperCase(question.moment().language().locale()) + "."))
          .contains(choice);
      assertThat(decide(question, asked, choice.label())).as(choice.label()).isEqualTo(tapped);
    }
  }

  @ParameterizedTest
  @MethodSource("questions")
  void whatIsNumberedStandsInTheTextOnce(Question question) {
    Choices choices = question.step().choices().orElseThrow();
    String shown = choices.numbered(question.step().text());
    for (Choice choice : choices.all()) {
      String line = "\n" + choices.number(choice) + " " + choice.label();
      boolean isFigure = choice.label().equals(choice.answer()) && choice.label().length() <= 2;
      int times = shown.split(Pattern.quote(line), -1).length - 1;
      assertThat(times).as(shown).isEqualTo(isFigure && !isWord(choice) ? 0 : 1);
    }
  }

  private static boolean isWord(Choice choice) {
    return !choice.label().matches("[0-9]+");
  }

  /** What is said, changed and asked, without the ids that are new each time. */
  private record Said(String text, List<String> changes, Optional<String> asks) {
    private static final Said NOTHING = new Said("-", List.of(), Optional.empty());
  }

  private static Said decide(Question question, Asked asked, String words) {
    return PRACTICE
        .take(question.moment().asked(asked).hears(words))
        .map(step ->
            new Said(
                step.text(),
                step.changes().stream().map(change -> change.getClass().getSimpleName()).toList(),
                step.asks().map(next -> next.what() + next.details())))
        .orElse(Said.NOTHING);
  }

  private static Work full() {
    return working(Talk.opening(), List.of());
  }

  private static Work withoutGoals(Work work) {
    return with(work, List.of());
  }

  private static Work working(Talk talk, List<Idea> ideas) {
    Work nothing = Work.nothing();
    return new Work(
        talk,
        List.of(goal(1, "call Ana"), goal(2, "write the letter")),
        List.of(),
        ideas,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(
            new VoiceOffered("7e5a0000-0000-4000-8000-000000000009", "Sage", "Listens."),
            new VoiceOffered("7e5a0000-0000-4000-8000-000000000002", "Willow", "Calm.")),
        new Circle(
            List.of(
                new Circle.Named(new UUID(0, 3), "Ana", "", "+12025550143"),
                new Circle.Named(new UUID(0, 4), "Tom Miller", "friend", "tom@example.org")),
            List.of(),
            false),
        new Remembered(nothing.remembered().entries(), true),
        Map.of());
  }

  private static Work with(Work work, List<Goal> goals) {
    return new Work(
        work.talk(),
        goals,
        work.achievements(),
        work.ideas(),
        work.checkIn(),
        work.moods(),
        work.results(),
        work.voices(),
        work.circle(),
        work.remembered(),
        work.happened());
  }

  private static Goal goal(long id, String title) {
    return new Goal(
        new UUID(0, id), title, "personal", Goal.Measure.days(), Optional.empty(), Streak.none());
  }
}
