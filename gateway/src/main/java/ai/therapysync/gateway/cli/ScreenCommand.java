package ai.therapysync.gateway.cli;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Evidence;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.screening.Screen;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code screen}: prints what the product makes of a message, without server and database. */
@Command(
    name = "screen",
    description = {
      "Prints the crisis assessment of a text with its evidence.",
      "Without TEXT, standard input is the text. A line of --jsonl that can't be read ends the"
          + " command with exit code 2, after the answers to all lines before it."
    },
    mixinStandardHelpOptions = true)
final class ScreenCommand implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "TEXT", description = "The message.")
  private List<String> words = List.of();

  @Option(
      names = "--jsonl",
      description = "Read lines {\"id\",\"text\",\"lang\"?} and answer each, in order.")
  private boolean jsonLines;

  @Option(names = "--lang", paramLabel = "CODE", description = "The language usually written.")
  private @Nullable String language;

  private final Terminal terminal;
  private final Supplier<? extends Screen> screens;

  ScreenCommand(Terminal terminal, Supplier<? extends Screen> screens) {
    this.terminal = terminal;
    this.screens = screens;
  }

  @Override
  public Integer call() {
    if (jsonLines && !words.isEmpty()) {
      throw new Refusal("screen takes either TEXT or --jsonl: leave one of them out");
    }
    if (jsonLines) {
      answerLines();
      return ExitCode.DONE;
    }
    String text = words.isEmpty() ? standardInput() : String.join(" ", words);
    print(assess(screens.get(), text, Optional.ofNullable(language)));
    return ExitCode.DONE;
  }

  private void answerLines() {
    Screen screen = screens.get();
    ScreenLines lines = new ScreenLines();
    PrintStream out = terminal.out();
    try (BufferedReader reader = reader()) {
      int number = 0;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        if (!line.isBlank()) {
          ScreenLines.Question question = lines.parse(line, number);
          out.println(lines.answer(question, assess(screen, question.text(), question.language())));
        }
        if (!reader.ready()) {
          // Whoever feeds us line by line waits for the answer before the next.
          out.flush();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      out.flush();
    }
  }

  private static Assessment assess(Screen screen, String text, Optional<String> language) {
    // The screen looks at words only; a moment is needed for form's sake.
    Utterance utterance = new Utterance(Utterance.Speaker.PERSON, text, Instant.EPOCH);
    return screen.assess(utterance, List.of(), language.flatMap(Language::of));
  }

  private void print(Assessment assessment) {
    PrintStream out = terminal.out();
    List<String> kinds = assessment.categories().stream().map(kind -> kind.word()).toList();
    out.println("level     " + assessment.level().word());
    if (!kinds.isEmpty()) {
      out.println("kinds     " + String.join(", ", kinds));
    }
    for (Evidence evidence : assessment.evidence()) {
      String modifiers =
          evidence.modifiers().isEmpty()
              ? ""
              : " (" + String.join(", ", evidence.modifiers()) + ")";
      out.println(
          "evidence  %s: \"%s\" is %s %s%s"
              .formatted(
                  evidence.family(),
                  evidence.span(),
                  evidence.category().word(),
                  evidence.level().word(),
                  modifiers));
    }
    out.flush();
  }

  private String standardInput() {
    try {
      return new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedReader reader() {
    return new BufferedReader(
        new InputStreamReader(terminal.in(), StandardCharsets.UTF_8), 1 << 16);
  }
}
