package ai.therapysync.gateway.cli;

import ai.therapysync.crisis.incident.IncidentEvent;
import ai.therapysync.crisis.incident.IncidentId;
import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.wiring.IncidentDesk;
import ai.therapysync.gateway.wiring.Store;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.views.OpenIncidents;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code incidents}: what is open, and an operator who takes it or closes it. */
@picocli.CommandLine.Command(
    name = "incidents",
    description = "Lists open incidents; an operator acknowledges or resolves one.",
    mixinStandardHelpOptions = true)
final class IncidentsCommand implements Runnable {
  private final Terminal terminal;

  IncidentsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    with((database, _) -> {
      new OpenIncidents(database)
          .list()
          .forEach(incident ->
              terminal
                  .out()
                  .println(
                      "%s  %-12s  %-8s  %s  %d told  person %s"
                          .formatted(
                              incident.id(),
                              incident.status(),
                              incident.level(),
                              incident.opened(),
                              incident.told(),
                              incident.person())));
      return true;
    });
  }

  @picocli.CommandLine.Command(
      name = "acknowledge",
      description =
          "An operator has it: the ladder stops. Again, when asked, says that the person was"
              + " reached.",
      mixinStandardHelpOptions = true)
  int acknowledge(
      @Parameters(paramLabel = "ID", description = "The incident, as the alert names it.") UUID id,
      @Option(names = "--as", required = true, paramLabel = "EMAIL", description = "The operator.")
          String email) {
    return change(id, email, IncidentEvent.OperatorAcknowledged::new, "is with you now.");
  }

  @picocli.CommandLine.Command(
      name = "resolve",
      description = "It is over: everyone who was paged hears it.",
      mixinStandardHelpOptions = true)
  int resolve(
      @Parameters(paramLabel = "ID", description = "The incident, as the alert names it.") UUID id,
      @Option(names = "--as", required = true, paramLabel = "EMAIL", description = "The operator.")
          String email,
      @Option(names = "--outcome", required = true, description = "What became of it.")
          String outcome) {
    return change(
        id,
        email,
        operator -> new IncidentEvent.OperatorResolved(operator, outcome),
        "is resolved.");
  }

  private int change(UUID id, String email, Function<UUID, IncidentEvent> event, String done) {
    boolean changed =
        with((database, configuration) -> {
          UUID operator =
              new OpenIncidents(database)
                  .operator(email)
                  .orElseThrow(
                      () -> new Refusal("--as must be an admin, super_admin or support_admin"));
          Sealer sealer =
              Store.sealer(configuration.storage())
                  .orElseThrow(() -> new Refusal("The keyset is missing: set GATEWAY_KEYSET"));
          return new IncidentDesk(configuration, database, sealer)
              .happens(new IncidentId(id), event.apply(operator));
        });
    if (!changed) {
      throw new Refusal("No open incident has the id " + id + "; see ./run incidents");
    }
    terminal.out().println(id + " " + done);
    return ExitCode.DONE;
  }

  private boolean with(BiFunction<Database, Configuration, Boolean> work) {
    Configuration configuration = ConfigurationReader.read(terminal.environment(), Command.TOOL);
    return new CommandDatabase(configuration)
        .with(database -> {
          new Migrations(database.dataSource()).migrate();
          return work.apply(database, configuration);
        });
  }
}
