package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code serve}: the gateway as the environment configures it. */
@Command(
    name = "serve",
    description = "Runs the gateway as configured by the environment; migrates first.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Launcher launcher;

  ServeCommand(Terminal terminal, Launcher launcher) {
    this.terminal = terminal;
    this.launcher = launcher;
  }

  @Override
  public Integer call() {
    Configuration configuration =
        ConfigurationReader.read(
            terminal.environment(), ai.therapysync.gateway.config.Command.SERVE);
    Logging.forServices();
    AutoCloseable gateway = launcher.launch(configuration);
    terminal
        .err()
        .println(
            "TherapySync Gateway listens on "
                + configuration.http().bind()
                + ":"
                + configuration.http().port());
    new RunningGateway().keep(gateway);
    return ExitCode.DONE;
  }
}
