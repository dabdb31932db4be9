package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.cli.doctor.AuditCheck;
import ai.therapysync.gateway.cli.doctor.Check;
import ai.therapysync.gateway.cli.doctor.Finding;
import ai.therapysync.gateway.cli.doctor.KeysetCheck;
import ai.therapysync.gateway.cli.doctor.LanguageModelCheck;
import ai.therapysync.gateway.cli.doctor.MetaCheck;
import ai.therapysync.gateway.cli.doctor.MigrationsCheck;
import ai.therapysync.gateway.cli.doctor.ReadinessChecks;
import ai.therapysync.gateway.cli.doctor.ReconcilerCheck;
import ai.therapysync.gateway.cli.doctor.SmtpCheck;
import ai.therapysync.gateway.cli.doctor.SwitchCheck;
import ai.therapysync.gateway.cli.doctor.TemplateCheck;
import ai.therapysync.gateway.cli.doctor.TwilioCheck;
import ai.therapysync.gateway.config.BadConfiguration;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.config.Environment;
import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.gateway.wiring.Audit;
import ai.therapysync.gateway.wiring.Store;
import ai.therapysync.persistence.conversation.ReconcilerBook;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.database.DatabaseAway;
import ai.therapysync.persistence.views.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code doctor}: looks at everything that the gateway needs, one line each. */
@Command(
    name = "doctor",
    description = "Checks configuration, database, providers and contacts' readiness.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Terminal terminal;
  private boolean anyWrong;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    anyWrong = false;
    try {
      Configuration configuration =
          ConfigurationReader.read(
              terminal.environment(), ai.therapysync.gateway.config.Command.TOOL);
      print(Finding.fine("configuration", "every value can be read"));
      look(new KeysetCheck(configuration));
      database(configuration);
      providers(configuration).forEach(this::look);
    } catch (BadConfiguration bad) {
      bad.faults().forEach(fault -> print(Finding.wrong("configuration", fault)));
    }
    return anyWrong ? ExitCode.FOUND_WRONG : ExitCode.DONE;
  }

  private void database(Configuration configuration) {
    try {
      new CommandDatabase(configuration)
          .with(database -> {
            print(Finding.fine("database", "answers"));
            inDatabase(configuration, database).forEach(this::look);
            return ExitCode.DONE;
          });
    } catch (DatabaseAway away) {
      print(Finding.wrong("database", away.getMessage() + ": check DATABASE_URL"));
    }
  }

  private static List<Check> inDatabase(Configuration configuration, Database database) {
    List<Check> checks = new ArrayList<>();
    checks.add(new MigrationsCheck(database));
    if (new MigrationsCheck(database).look().state() == Finding.State.FINE) {
      checks.add(
          new AuditCheck(
              Store.sealer(configuration.storage())
                  .map(sealer -> Audit.chain(database.jdbi(), sealer))));
      checks.add(new SwitchCheck(database, configuration.channels().routes()));
      checks.add(
          new ReconcilerCheck(configuration.channels(), new ReconcilerBook(database.jdbi())));
      checks.addAll(ReadinessChecks.of(configuration, new Readiness(database)));
    }
    return checks;
  }

  private static List<Check> providers(Configuration configuration) {
    List<Check> checks = new ArrayList<>();
    checks.add(
        configuration
            .channels()
            .twilio()
            .<Check>map(TwilioCheck::new)
            .orElse(() -> off(configuration, "Twilio", "TWILIO_ACCOUNT_SID")));
    configuration.channels().meta().map(MetaCheck::new).ifPresent(checks::add);
    if (!configuration.channels().templates().all().isEmpty()) {
      checks.add(new TemplateCheck(configuration.channels()));
    }
    checks.add(
        configuration
            .channels()
            .smtp()
            .<Check>map(SmtpCheck::new)
            .orElse(() -> off(configuration, "e-mail", "SMTP_URL")));
    checks.add(new LanguageModelCheck(configuration.conversation().languageModel()));
    return checks;
  }

  /** In production somebody would wait for a message that can't come. */
  private static Finding off(Configuration configuration, String what, String variable) {
    return configuration.environment() == Environment.PRODUCTION
        ? Finding.wrong(what, "off: set " + variable + " and what belongs to it")
        : Finding.off(what, "off: " + variable + " is not set");
  }

  private void look(Check check) {
    try {
      print(check.look());
    } catch (RuntimeException e) {
      print(Finding.wrong("doctor", "a check failed: " + Failures.describe(e)));
    }
  }

  private void print(Finding finding) {
    anyWrong |= finding.state() == Finding.State.WRONG;
    String sign =
        switch (finding.state()) {
          case FINE -> "ok";
          case OFF -> "off";
          case WRONG -> "WRONG";
        };
    terminal.out().println("%-6s %-17s %s".formatted(sign, finding.what(), finding.says()));
    finding.lines().forEach(line -> terminal.out().println("       " + line));
  }
}
