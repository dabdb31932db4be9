package ai.therapysync.conversation.opinion;

import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.conversation.reply.ModelAnswer;
import ai.therapysync.conversation.reply.Prompt;
import ai.therapysync.conversation.reply.PromptData;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Evidence;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.risk.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks a language model how dangerous a message is; what it is told stands in {@code opinion.txt}.
 * It is believed up to {@code high} at most, and an answer of another form is none.
 */
public final class SecondOpinion implements Opinion {
  /** Changes whenever the wording of the instructions does; stored as the assessment's source. */
  private static final String VERSION = "opinion-1";

  private static final int LINES = 6;

  /** In tokens. */
  private static final int LONGEST_LINE = 300;

  private static final Pattern FIELD =
      Pattern.compile("\"(level|kind|about|close)\"\\s*:\\s*\"?([a-z_]+)\"?");

  private final LanguageModel model;
  private final Duration timeLimit;
  private final String instructions = instructions();

  /** With the model, and how long its opinion is waited for. */
  public SecondOpinion(LanguageModel model, Duration timeLimit) {
    this.model = model;
    this.timeLimit = timeLimit;
  }

  /** {@inheritDoc} Empty when the model said nothing that can be understood. */
  @Override
  public Optional<Assessment> of(Utterance message, List<Utterance> before) {
    Prompt prompt =
        new Prompt(
            VERSION,
            List.of(new Prompt.Section("Task", instructions, true)),
            conversation(message, before));
    return switch (model.ask(prompt, timeLimit)) {
      case ModelAnswer.Said said -> read(said.text());
      case ModelAnswer.Refused _, ModelAnswer.Failed _ -> Optional.empty();
    };
  }

  private static String conversation(Utterance message, List<Utterance> before) {
    String earlier =
        before.stream()
            .skip(Math.max(0, before.size() - LINES))
            .map(said -> speaker(said) + ": " + cut(said.text()))
            .collect(Collectors.joining("\n"));
    return "<<<before\n%s\n>>>\n<<<message\nperson: %s\n>>>"
        .formatted(earlier, cut(message.text()));
  }

  private static String speaker(Utterance said) {
    return switch (said.speaker()) {
      case PERSON -> "person";
      case GATEWAY -> "companion";
    };
  }

  /** Nobody closes the marks from inside, and of a wall of text the end is read, too. */
  private static String cut(String text) {
    return PromptData.line(text, LONGEST_LINE);
  }

  static Optional<Assessment> read(String answer) {
    Matcher fields = FIELD.matcher(answer);
    String level = "";
    String kind = "suicide";
    String about = "self";
    String close = "";
    while (fields.find()) {
      String value = fields.group(2);
      switch (fields.group(1)) {
        case "level" -> level = value;
        case "kind" -> kind = value;
        case "about" -> about = value;
        default -> close = value;
      }
    }
    return assessment(level, category(kind), about, close);
  }

  private static Optional<Assessment> assessment(
      String level, Category category, String about, String close) {
    return switch (level) {
      case "none" -> Optional.of(Assessment.none());
      case "concern" -> Optional.of(seen(RiskLevel.CONCERN, category, about, close));
      case "high", "imminent" -> Optional.of(seen(RiskLevel.HIGH, category, about, close));
      default -> Optional.empty();
    };
  }

  /** Where it does not say, danger between people is taken to be between people who are close. */
  private static Assessment seen(RiskLevel level, Category category, String about, String close) {
    boolean between = category == Category.ABUSE || category == Category.HARM_OTHERS;
    boolean atHome = between && !close.equals("false");
    Evidence evidence = new Evidence("second_opinion", category, level, "", List.of(VERSION));
    return new Assessment(
        level,
        List.of(category),
        about.equals("someone_else") ? Subject.SOMEONE_ELSE : Subject.SELF,
        atHome,
        atHome && category == Category.ABUSE,
        List.of(evidence));
  }

  private static Category category(String kind) {
    try {
      return Category.valueOf(kind.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return Category.SUICIDE;
    }
  }

  private static String instructions() {
    try (InputStream in =
        Objects.requireNonNull(SecondOpinion.class.getResourceAsStream("opinion.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The file opinion.txt can't be read", e);
    }
  }
}
