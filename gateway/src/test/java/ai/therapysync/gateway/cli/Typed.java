package ai.therapysync.gateway.cli;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Evidence;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.screening.Screen;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of a command that somebody typed. */
public record Typed(int code, String out, String err) {

  public static Typed command(Map<String, String> environment, String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment);
    int code =
        new GatewayCommandLine(
                terminal,
                Typed::notHere,
                configuration ->
                    new DemoLauncher.Running(notHere(configuration), "", Optional.empty()),
                () -> new OneWord())
            .execute(arguments);
    return new Typed(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static AutoCloseable notHere(Object configuration) {
    throw new IllegalStateException("no gateway starts in this test: " + configuration);
  }

  /** Knows one word; what a real screen knows is tried where it lives. */
  private static final class OneWord implements Screen {
    @Override
    public Assessment assess(
        Utterance message, List<Utterance> before, Optional<Language> language) {
      if (!message.text().contains("danger")) {
        return Assessment.none();
      }
      Evidence evidence =
          new Evidence(
              "plain-words", Category.SUICIDE, RiskLevel.HIGH, "danger", List.of("present"));
      return new Assessment(
          RiskLevel.HIGH,
          List.of(Category.SUICIDE, Category.ABUSE),
          Subject.SELF,
          false,
          false,
          List.of(evidence));
    }
  }
}
