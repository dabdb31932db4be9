package ai.therapysync.gateway.cli;

import ai.therapysync.crisis.escalation.ContactChecks;
import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.notice.NoticeWriter;
import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.config.EscalationSettings;
import ai.therapysync.gateway.respond.PageTokens;
import ai.therapysync.gateway.wiring.Store;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.crisis.ContactBook;
import ai.therapysync.persistence.crisis.ContactDrill;
import ai.therapysync.persistence.crisis.Situations;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.sealing.Sealer;
import ai.therapysync.persistence.tasks.OutboxRows;
import ai.therapysync.persistence.views.Secrets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code contacts}: whether those who were named for emergencies could be called on. */
@picocli.CommandLine.Command(
    name = "contacts",
    description = "Looks after emergency contacts.",
    mixinStandardHelpOptions = true)
final class ContactsCommand implements Runnable {
  private final Terminal terminal;

  ContactsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new Refusal("contacts what? Try ./run contacts verify --all");
  }

  @picocli.CommandLine.Command(
      name = "verify",
      description = {
        "Asks contacts whether they may be called on, once in 30 days at most, and prints for each"
            + " the ids of person and contact and where they stand.",
        "A running gateway sends the questions. Exit code 1 when somebody has nobody who can be"
            + " reached."
      },
      mixinStandardHelpOptions = true)
  int verify(
      @Option(names = "--all", description = "Of everyone in care.") boolean all,
      @Option(names = "--person", paramLabel = "ID", description = "Of this person.")
          @Nullable UUID person) {
    if (all == (person != null)) {
      throw new Refusal("contacts verify takes either --all or --person ID");
    }
    Configuration configuration = ConfigurationReader.read(terminal.environment(), Command.TOOL);
    Sealer sealer =
        Store.sealer(configuration.storage())
            .orElseThrow(() -> new Refusal("The keyset is missing: set GATEWAY_KEYSET"));
    return new CommandDatabase(configuration)
        .with(database -> {
          new Migrations(database.dataSource()).migrate();
          ContactDrill drill = drill(configuration, database, sealer);
          return verify(drill, person == null ? drill.peopleInCare() : List.of(person));
        });
  }

  private int verify(ContactDrill drill, List<UUID> people) {
    Instant now = InstantSource.system().instant();
    int code = ExitCode.DONE;
    for (UUID person : people) {
      ContactDrill.Drilled drilled =
          drill.drill(person, now).orElseThrow(() -> new Refusal("No person has the id " + person));
      drilled
          .lines()
          .forEach(line ->
              terminal.out().println(person + "  " + line.contact() + "  " + line.standing()));
      if (drilled.nobody()) {
        terminal.out().println(person + "  nobody can be reached");
        code = ExitCode.FOUND_WRONG;
      }
    }
    return code;
  }

  private static ContactDrill drill(Configuration configuration, Database database, Sealer sealer) {
    EscalationSettings settings = configuration.escalation();
    return new ContactDrill(
        database.jdbi(),
        new Situations(
            settings.operatorAlertEmail(),
            EscalationPolicy.of(settings.ackTimeout(), settings.rounds()),
            sealer),
        new ContactBook(new OutboxRows(sealer)),
        new ContactChecks(
            new NoticeWriter(),
            new PageTokens(
                configuration.http().publicUrl(),
                new Secrets(database.jdbi(), sealer).macKey("pages"))));
  }
}
