package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.config.BadConfiguration;
import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.gateway.wiring.EmbeddedDatabaseFault;
import ai.therapysync.migrations.ForeignSchema;
import ai.therapysync.migrations.MissingPrivileges;
import ai.therapysync.persistence.database.DatabaseAway;
import ai.therapysync.persistence.sealing.SealBroken;
import java.io.PrintStream;
import picocli.CommandLine;

/** Tells a person what is wrong, where, and what to do; never by a stack trace. */
final class Errors {
  private final PrintStream err;

  Errors(PrintStream err) {
    this.err = err;
  }

  int onExecution(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    return switch (failure) {
      case BadConfiguration bad -> badConfiguration(bad);
      case Refusal refusal -> tell(refusal, ExitCode.BAD_USAGE);
      case EmbeddedDatabaseFault fault -> tell(fault, ExitCode.BAD_USAGE);
      case MissingPrivileges missing -> tell(missing, ExitCode.BAD_USAGE);
      case ForeignSchema foreign -> tell(foreign, ExitCode.BAD_USAGE);
      case DatabaseAway away -> away(away);
      case SealBroken _ -> sealed();
      default -> unexpected(failure);
    };
  }

  int onUsage(CommandLine.ParameterException failure, String[] arguments) {
    err.println(whatIsWrong(failure));
    err.println("See: ./" + failure.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    return ExitCode.BAD_USAGE;
  }

  private static String whatIsWrong(CommandLine.ParameterException failure) {
    if (failure instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()
        && !failure.getCommandLine().getSubcommands().isEmpty()) {
      return "There is no command " + String.join(" ", unmatched.getUnmatched());
    }
    return String.valueOf(failure.getMessage());
  }

  private int badConfiguration(BadConfiguration bad) {
    bad.faults().forEach(err::println);
    return ExitCode.BAD_USAGE;
  }

  private int away(DatabaseAway away) {
    err.println(away.getMessage() + "; check DATABASE_URL and that PostgreSQL runs");
    return away.isMisconfigured() ? ExitCode.BAD_USAGE : ExitCode.FOUND_WRONG;
  }

  private int sealed() {
    err.println(
        "The keyset does not open what this database holds: set GATEWAY_KEYSET to the gateway's own");
    return ExitCode.BAD_USAGE;
  }

  private int tell(Exception failure, int code) {
    err.println(failure.getMessage());
    return code;
  }

  private int unexpected(Exception failure) {
    err.println("This should not have happened: " + Failures.describe(failure));
    return ExitCode.FOUND_WRONG;
  }
}
