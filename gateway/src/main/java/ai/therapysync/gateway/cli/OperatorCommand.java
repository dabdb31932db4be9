package ai.therapysync.gateway.cli;

import ai.therapysync.crisis.people.EmailAddress;
import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.console.door.OneTimePassword;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.views.Operators;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code operator}: people who work with the gateway. */
@picocli.CommandLine.Command(
    name = "operator",
    description = "Manages operators.",
    mixinStandardHelpOptions = true)
final class OperatorCommand implements Runnable {
  /** The values of {@code app_role} that operators have; {@code user} is everybody else's. */
  private static final List<String> ROLES =
      List.of(
          "admin", "super_admin", "support_admin", "content_admin", "analytics_admin", "moderator");

  private final Terminal terminal;

  OperatorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new Refusal("operator what? Try ./run operator add --email E --role R");
  }

  @picocli.CommandLine.Command(
      name = "add",
      description = "Gives somebody a role, and a one-time password where they have none.",
      mixinStandardHelpOptions = true)
  int add(
      @Option(names = "--email", required = true, paramLabel = "E", description = "Their address.")
          String email,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "R",
              description =
                  "admin, super_admin, support_admin, content_admin, analytics_admin or moderator.")
          String role,
      @Option(names = "--new-password", description = "Give a new one-time password.")
          boolean renew) {
    String address =
        EmailAddress.parse(email)
            .map(EmailAddress::value)
            .orElseThrow(() -> new Refusal("--email must be a mail address"));
    if (!ROLES.contains(role)) {
      throw new Refusal("--role must be one of " + String.join(", ", ROLES));
    }
    OneTimePassword password = OneTimePassword.create();
    boolean counts = database(database -> add(database, address, role, password, renew));
    terminal.out().println(address + " is " + role + ".");
    terminal
        .out()
        .println(
            counts
                ? "One-time password: " + password.text()
                : "The login stays as it is; --new-password gives a new one.");
    return ExitCode.DONE;
  }

  private static boolean add(
      Database database, String email, String role, OneTimePassword password, boolean renew) {
    new Migrations(database.dataSource()).migrate();
    Operators operators = new Operators(database);
    String hash = password.hash();
    boolean added = operators.add(email, role, hash);
    return added || (renew && operators.renewPassword(email, hash));
  }

  private boolean database(java.util.function.Predicate<Database> work) {
    Configuration configuration = ConfigurationReader.read(terminal.environment(), Command.TOOL);
    return new CommandDatabase(configuration).with(work::test);
  }
}
