package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code demo}: everything on one machine, with simulated phones and mailboxes. */
@Command(
    name = "demo",
    description = "Runs everything on this machine, with simulated phones and mailboxes.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final DemoLauncher launcher;

  DemoCommand(Terminal terminal, DemoLauncher launcher) {
    this.terminal = terminal;
    this.launcher = launcher;
  }

  @Override
  public Integer call() {
    Configuration configuration =
        ConfigurationReader.read(
            terminal.environment(), ai.therapysync.gateway.config.Command.DEMO);
    terminal.err().println("Starting: the embedded database, demo people, simulated phones …");
    DemoLauncher.Running demo = launcher.launch(configuration);
    welcome(configuration, demo);
    new RunningGateway().keep(demo.gateway());
    return ExitCode.DONE;
  }

  private void welcome(Configuration configuration, DemoLauncher.Running demo) {
    String origin = configuration.http().publicUrl().toString();
    PrintStream out = terminal.out();
    out.println();
    out.println("  TherapySync Gateway is running.");
    out.println();
    out.println("  Phones and mailboxes   " + origin + "/simulator");
    out.println("  Console                " + origin + "/console");
    out.println("                         log in as " + demo.operator() + ",");
    out.println("                         " + password(demo));
    out.println("  Health                 " + origin + "/health/ready");
    out.println("  Metrics                " + origin + "/metrics");
    out.println("  Data                   " + configuration.storage().dataDirectory());
    out.println();
    out.println(
        "  Type as one of the demo people, or as a contact, by SMS or by WhatsApp from Twilio");
    out.println("  or Meta; let things go wrong under Faults. Nothing leaves this machine.");
    out.println("  Stop with Ctrl-C.");
    out.println();
    out.flush();
  }

  private static String password(DemoLauncher.Running demo) {
    return demo.password()
        .map(text -> "one-time password " + text)
        .orElse("with the password that you chose");
  }
}
