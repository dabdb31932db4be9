package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.wiring.Audit;
import ai.therapysync.gateway.wiring.Store;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.audit.AuditHead;
import ai.therapysync.persistence.audit.AuditVerdict;
import ai.therapysync.persistence.sealing.Sealer;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code audit}: whether the log of who read and changed what is as it was written. */
@picocli.CommandLine.Command(
    name = "audit",
    description = "Looks after the audit log.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {
  private final Terminal terminal;

  AuditCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    throw new Refusal("audit what? Try ./run audit verify");
  }

  @picocli.CommandLine.Command(
      name = "verify",
      description = "Goes through all lines: was one changed or taken out?",
      mixinStandardHelpOptions = true)
  int verify(
      @Option(
              names = "--end",
              paramLabel = "N:HASH",
              description =
                  "An end of the log as the program's log has it of some night; may be repeated.")
          List<String> ends) {
    List<AuditHead> remembered = ends == null ? List.of() : ends.stream().map(this::end).toList();
    Configuration configuration = ConfigurationReader.read(terminal.environment(), Command.TOOL);
    Sealer sealer =
        Store.sealer(configuration.storage())
            .orElseThrow(() -> new Refusal("The keyset is missing: set GATEWAY_KEYSET"));
    return new CommandDatabase(configuration)
        .with(database -> {
          new Migrations(database.dataSource()).migrate();
          return say(Audit.chain(database.jdbi(), sealer).verify(remembered));
        });
  }

  private AuditHead end(String written) {
    return AuditHead.parse(written)
        .orElseThrow(() ->
            new Refusal("--end must be a number, a colon and a hash, as the program's log has it"));
  }

  private int say(AuditVerdict verdict) {
    return switch (verdict) {
      case AuditVerdict.Whole whole -> {
        terminal.out().println("The audit log is whole. Its end is " + whole.head());
        yield ExitCode.DONE;
      }
      case AuditVerdict.Broken broken -> {
        terminal.out().println("The audit log was tampered with. " + what(broken));
        yield ExitCode.FOUND_WRONG;
      }
    };
  }

  private static String what(AuditVerdict.Broken broken) {
    String line = "Line " + broken.line();
    return switch (broken.fault()) {
      case CHANGED -> line + " is not as it was written, or does not follow the one before.";
      case MISSING -> line + " is missing.";
      case END_MISSING -> line + " and all that followed are missing.";
      case HEAD_CHANGED ->
          "The mark of its end was changed: lines may be missing from "
              + broken.line()
              + " on. Compare with an end that the program's log has: --end N:HASH";
      case NOT_AS_REMEMBERED -> line + " was another one when the copy of the end was made.";
    };
  }
}
