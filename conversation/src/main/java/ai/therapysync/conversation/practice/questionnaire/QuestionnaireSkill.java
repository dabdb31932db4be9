package ai.therapysync.conversation.practice.questionnaire;

import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.conversation.occasion.Occasion;
import ai.therapysync.conversation.occasion.QuestionnaireChange;
import ai.therapysync.conversation.occasion.QuestionnaireChange.Scored;
import ai.therapysync.conversation.occasion.QuickAnswers;
import ai.therapysync.conversation.occasion.Skill;
import ai.therapysync.conversation.occasion.Step;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Leads through a questionnaire, a question a message. It waits while other things are talked
 * about, goes on where it stopped, and tells the result in plain words that are no diagnosis.
 */
public final class QuestionnaireSkill implements Skill {
  static final String NAME = "questionnaire";

  private final Phrasebook texts = Phrasebook.load(QuestionnaireSkill.class, "questionnaire");
  private final Commands commands = Commands.load(QuestionnaireSkill.class, "commands");
  private final AnswerReader answers = new AnswerReader();
  private final QuickAnswers quick = new QuickAnswers();

  @Override
  public Optional<Step> take(Occasion occasion) {
    Optional<Sheet> open = occasion.asked().flatMap(Sheet::of);
    Optional<Step> answered = open.flatMap(sheet -> answer(occasion, sheet));
    return answered.or(() ->
        commands
            .find(occasion.words(), occasion.language())
            .flatMap(command -> obey(occasion, command.name(), open, kept(occasion, open))));
  }

  /** The one that is open, or the one that was put off: no answer is meant for that. */
  private static Optional<Sheet> kept(Occasion occasion, Optional<Sheet> open) {
    return open.or(() -> occasion.asked().flatMap(Sheet::putOff));
  }

  private Optional<Step> answer(Occasion occasion, Sheet sheet) {
    if (answers.isOtherFigure(occasion.words())) {
      return Optional.of(ask(occasion, sheet, say(occasion, "scale.again", Map.of()) + "\n"));
    }
    if (answers.isBetween(occasion.words())) {
      return Optional.of(hint(occasion, sheet, "unsure"));
    }
    return answers
        .read(occasion.words(), occasion.language())
        .map(sheet::with)
        .map(next -> next.isComplete() ? result(occasion, next) : ask(occasion, next, ""));
  }

  private Optional<Step> obey(
      Occasion occasion, String command, Optional<Sheet> open, Optional<Sheet> kept) {
    return switch (command) {
      case "results" -> Optional.of(told(occasion));
      case "unsure", "unclear", "why" -> open.map(sheet -> hint(occasion, sheet, command));
      case "stop" -> open.map(_ -> Step.says(NAME, say(occasion, "stopped", Map.of())));
      case "later" -> open.map(sheet -> later(occasion, sheet));
      case "back" -> open.map(sheet -> ask(occasion, sheet.back(), ""));
      case "resume" -> kept.map(sheet -> ask(occasion, sheet, ""));
      default -> Instrument.of(command).map(instrument -> begin(occasion, instrument, kept));
    };
  }

  /** What was asked, once more, with what makes it easier to answer. */
  private Step hint(Occasion occasion, Sheet sheet, String kind) {
    return ask(occasion, sheet, say(occasion, "again." + kind, Map.of()) + "\n");
  }

  private Step later(Occasion occasion, Sheet sheet) {
    return Step.says(NAME, say(occasion, "later", Map.of("name", name(sheet.instrument()))))
        .asking(sheet.later(occasion.now()));
  }

  private Step told(Occasion occasion) {
    Step told = Step.says(NAME, results(occasion));
    return occasion.asked(QuestionnaireAside.UNTOLD).isPresent()
        ? told
        : told.askingAgain(occasion);
  }

  /** Who asks for the one that is half done goes on with it. */
  private Step begin(Occasion occasion, Instrument instrument, Optional<Sheet> open) {
    return open.filter(sheet -> sheet.instrument() == instrument && !sheet.answers().isEmpty())
        .map(sheet -> ask(occasion, sheet, say(occasion, "resumed", Map.of()) + "\n"))
        .orElseGet(() ->
            ask(
                occasion,
                new Sheet(instrument, List.of()),
                say(occasion, "begin." + instrument.word(), Map.of()) + "\n"));
  }

  private Step ask(Occasion occasion, Sheet sheet, String before) {
    String item = say(occasion, sheet.instrument().word() + "." + sheet.question(), Map.of());
    String text =
        say(
            occasion,
            "question",
            Map.of(
                "number", Integer.toString(sheet.question()),
                "all", Integer.toString(sheet.instrument().questions()),
                "item", item));
    return Step.says(NAME, before + text)
        .asking(sheet.asked(occasion.now()))
        .offering(quick.scale(occasion.language(), scale(occasion)));
  }

  private List<String> scale(Occasion occasion) {
    return IntStream.rangeClosed(0, 3)
        .mapToObj(figure -> say(occasion, "scale." + figure, Map.of()))
        .toList();
  }

  private Step result(Occasion occasion, Sheet sheet) {
    Instrument instrument = sheet.instrument();
    String severity = instrument.severity(sheet.score());
    String result =
        say(
            occasion,
            "result." + instrument.word(),
            Map.of(
                "score", Integer.toString(sheet.score()),
                "most", Integer.toString(3 * instrument.questions()),
                "severity", say(occasion, "severity." + severity, Map.of())));
    String advice = say(occasion, "advice." + severity, Map.of());
    Step scored =
        Step.says(NAME, result + compared(occasion, sheet) + " " + advice)
            .changing(
                List.of(new Scored(instrument.word(), sheet.answers(), sheet.score(), severity)));
    return occasion.climate().heavy() ? scored.asking(QuestionnaireAside.scored(occasion)) : scored;
  }

  private String compared(Occasion occasion, Sheet sheet) {
    return occasion.work().results().stream()
        .filter(before -> before.instrument().equals(sheet.instrument().word()))
        .findFirst()
        .map(before ->
            " " + say(occasion, "before", Map.of("score", Integer.toString(before.score()))))
        .orElse("");
  }

  private String results(Occasion occasion) {
    List<QuestionnaireChange.Result> all = occasion.work().results();
    if (all.isEmpty()) {
      return say(occasion, "results.none", Map.of());
    }
    String list =
        all.stream()
            .flatMap(result ->
                Instrument.of(result.instrument()).stream()
                    .map(instrument -> line(occasion, instrument, result)))
            .collect(Collectors.joining("\n"));
    return say(occasion, "results.list", Map.of("list", list));
  }

  private String line(Occasion occasion, Instrument instrument, QuestionnaireChange.Result result) {
    return say(
        occasion,
        "results.line",
        Map.of(
            "instrument", name(instrument),
            "score", Integer.toString(result.score()),
            "severity", say(occasion, "severity." + instrument.severity(result.score()), Map.of()),
            "on", result.on().toString()));
  }

  private static String name(Instrument instrument) {
    return instrument == Instrument.PHQ9 ? "PHQ-9" : "GAD-7";
  }

  private String say(Occasion occasion, String key, Map<String, ?> values) {
    return texts.say(occasion.language(), key, values);
  }
}
