package ai.therapysync.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.therapysync.crisis.screening.Screen;
import java.io.PrintWriter;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The command line as a whole. */
public final class GatewayCommandLine {
  private final CommandLine root;

  /**
   * @param serve starts the gateway as configured
   * @param demo starts it with everything simulated
   * @param screens made only when a command screens
   */
  public GatewayCommandLine(
      Terminal terminal, Launcher serve, DemoLauncher demo, Supplier<? extends Screen> screens) {
    Errors errors = new Errors(terminal.err());
    root =
        new CommandLine(new RootCommand())
            .addSubcommand(new DemoCommand(terminal, demo))
            .addSubcommand(new ServeCommand(terminal, serve))
            .addSubcommand(new MigrateCommand(terminal))
            .addSubcommand(new ScreenCommand(terminal, screens))
            .addSubcommand(new OperatorCommand(terminal))
            .addSubcommand(new IncidentsCommand(terminal))
            .addSubcommand(new PolicyCommand(terminal))
            .addSubcommand(new ChannelCommand(terminal))
            .addSubcommand(new ContactsCommand(terminal))
            .addSubcommand(new AuditCommand(terminal))
            .addSubcommand(new KeysCommand(terminal))
            .addSubcommand(new DoctorCommand(terminal))
            .addSubcommand(new ReportCommand(terminal))
            .setOut(new PrintWriter(terminal.out(), true, UTF_8))
            .setErr(new PrintWriter(terminal.err(), true, UTF_8))
            .setExecutionExceptionHandler(errors::onExecution)
            .setParameterExceptionHandler(errors::onUsage);
  }

  /** Runs a command and says how it ended: 0 done, 1 found wrong, 2 bad usage or configuration. */
  public int execute(String... arguments) {
    return root.execute(arguments.length == 0 ? new String[] {"demo"} : arguments);
  }
}
