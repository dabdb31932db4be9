package ai.therapysync.gateway.cli;

import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.wiring.Store;
import ai.therapysync.gateway.wiring.SwitchDesk;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.conversation.ChannelSwitches;
import ai.therapysync.persistence.sealing.Sealer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** {@code channel}: switches a channel or a provider off and on for the whole gateway. */
@picocli.CommandLine.Command(
    name = "channel",
    description = {
      "Shows what is switched off, or switches: ./run channel off whatsapp.",
      "A running gateway obeys at once; what comes in is still read."
    },
    mixinStandardHelpOptions = true)
final class ChannelCommand implements java.util.concurrent.Callable<Integer> {
  private final Terminal terminal;

  @Parameters(index = "0", arity = "0..1", paramLabel = "on|off", description = "Which way.")
  private Optional<String> way = Optional.empty();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PART",
      description = "sms, whatsapp or email; or a provider: twilio, meta or smtp.")
  private Optional<String> part = Optional.empty();

  ChannelCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Optional<Turn> turn = way.map(this::turn);
    Configuration configuration = ConfigurationReader.read(terminal.environment(), Command.TOOL);
    Sealer sealer =
        Store.sealer(configuration.storage())
            .orElseThrow(() -> new Refusal("The keyset is missing: set GATEWAY_KEYSET"));
    new CommandDatabase(configuration)
        .with(database -> {
          new Migrations(database.dataSource()).migrate();
          SwitchDesk desk = new SwitchDesk(database, sealer, InstantSource.system());
          turn.ifPresent(wanted -> desk.turn(wanted.part(), wanted.on()));
          show(desk.off());
          return true;
        });
    return ExitCode.DONE;
  }

  private record Turn(String part, boolean on) {}

  private Turn turn(String word) {
    String wanted = part.orElse("").toLowerCase(Locale.ROOT);
    boolean on = word.equalsIgnoreCase("on");
    if ((on || word.equalsIgnoreCase("off")) && ChannelSwitches.parts().contains(wanted)) {
      return new Turn(wanted, on);
    }
    throw new Refusal(
        "channel takes on or off, and one of "
            + String.join(", ", ChannelSwitches.parts())
            + ": ./run channel off whatsapp");
  }

  private void show(Map<String, Instant> off) {
    for (String one : ChannelSwitches.parts()) {
      String state = off.containsKey(one) ? "off since " + off.get(one) : "on";
      terminal.out().println("%-10s %s".formatted(one, state));
    }
  }
}
