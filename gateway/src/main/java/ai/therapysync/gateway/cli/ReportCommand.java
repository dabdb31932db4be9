package ai.therapysync.gateway.cli;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.persistence.views.MonthlyFigures;
import ai.therapysync.persistence.views.MonthlyFigures.Figures;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** {@code report}: a month's emergencies in figures that identify nobody. */
@picocli.CommandLine.Command(
    name = "report",
    description = {
      "Prints how many emergencies there were in a month (UTC), and how they went.",
      "No figure lets a group of fewer than 5 be told: such a count is \"<5\", and one that leaves"
          + " fewer than 5 beside it is shown as more than a multiple of 5."
    },
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  /** Fewer than this could be somebody. */
  private static final int FEW = 5;

  private final Terminal terminal;

  @Option(names = "--month", required = true, paramLabel = "YYYY-MM", description = "The month.")
  private String month = "";

  ReportCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    YearMonth wanted = wanted();
    Figures figures =
        new CommandDatabase(ConfigurationReader.read(terminal.environment(), Command.TOOL))
            .with(database -> new MonthlyFigures(database).of(wanted));
    print(wanted, figures);
    return ExitCode.DONE;
  }

  private YearMonth wanted() {
    try {
      return YearMonth.parse(month);
    } catch (DateTimeException e) {
      throw new Refusal("--month must be a month like 2026-10");
    }
  }

  private void print(YearMonth wanted, Figures figures) {
    int all = figures.opened();
    line("month", wanted.toString());
    line("incidents", few(all));
    for (RiskLevel level : List.of(RiskLevel.HIGH, RiskLevel.IMMINENT)) {
      line("  " + level.word(), part(figures.levels().getOrDefault(level.word(), 0), all));
    }
    for (Category kind : Category.values()) {
      line("  " + kind.word(), part(figures.kinds().getOrDefault(kind.word(), 0), all));
    }
    line("acknowledged", part(figures.acknowledged(), all));
    boolean enough = figures.acknowledged() >= FEW;
    line("  median minutes", minutes(enough, figures.medianMinutes()));
    line("  90th percentile", minutes(enough, figures.slowMinutes()));
    line("unanswered", part(figures.unanswered(), all));
    line("resolved", part(figures.resolved(), all));
  }

  private void line(String what, String figure) {
    terminal.out().println("%-18s %s".formatted(what, figure));
  }

  private static String few(int count) {
    return count < FEW ? "<" + FEW : String.valueOf(count);
  }

  /** The rest of the whole would tell as much as the part itself. */
  private static String part(int count, int all) {
    int rest = all - count;
    return count >= FEW && rest > 0 && rest < FEW
        ? ">" + Math.max(0, (all - FEW) / FEW * FEW)
        : few(count);
  }

  private static String minutes(boolean enough, OptionalDouble minutes) {
    return enough && minutes.isPresent()
        ? String.format(Locale.ROOT, "%.1f", minutes.getAsDouble())
        : "-";
  }
}
