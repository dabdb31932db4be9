package ai.therapysync.gateway.cli;

import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.crisis.incident.PolicyRule;
import ai.therapysync.crisis.incident.Spans;
import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.config.EscalationSettings;
import ai.therapysync.gateway.wiring.Audit;
import ai.therapysync.gateway.wiring.Store;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.views.Policies;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code policy}: the ladder's rules, read and changed for all or for one person. */
@picocli.CommandLine.Command(
    name = "policy",
    description = "Shows the ladder's rules, or changes them: ./run policy rounds=2 [--person ID].",
    mixinStandardHelpOptions = true)
final class PolicyCommand implements java.util.concurrent.Callable<Integer> {
  private final Terminal terminal;

  @Option(
      names = "--person",
      paramLabel = "ID",
      description = "For this person only (profiles.id).")
  private Optional<UUID> person = Optional.empty();

  @Parameters(
      arity = "0..*",
      paramLabel = "RULE=VALUE",
      description = "Durations like PT5M, numbers, on/off; RULE= takes it back.")
  private List<String> changes = List.of();

  PolicyCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    Configuration configuration = ConfigurationReader.read(terminal.environment(), Command.TOOL);
    new CommandDatabase(configuration)
        .with(database -> {
          new Migrations(database.dataSource()).migrate();
          Policies policies = policies(database, configuration);
          changes.forEach(change -> say(policies, change));
          show(policies, configuration.escalation());
          return true;
        });
    return ExitCode.DONE;
  }

  /** Changes are noted in the audit log where its key is at hand. */
  private static Policies policies(Database database, Configuration configuration) {
    return new Policies(
        database,
        Store.sealer(configuration.storage())
            .map(sealer -> Audit.log(database.jdbi(), sealer, InstantSource.system())));
  }

  private void say(Policies policies, String change) {
    String[] parts = change.split("=", 2);
    PolicyRule rule =
        PolicyRule.of(parts[0].strip().toLowerCase(Locale.ROOT))
            .orElseThrow(() -> new Refusal("There is no rule " + parts[0] + "; see ./run policy"));
    if (parts.length < 2) {
      throw new Refusal("Say what " + rule.word() + " is to be: " + rule.word() + "=VALUE");
    }
    Optional<String> value = Optional.of(parts[1].strip()).filter(text -> !text.isEmpty());
    switch (policies.say(person, rule, value, InstantSource.system().instant())) {
      case DONE -> {}
      case NO_SUCH_PERSON -> throw new Refusal("There is no person with that id");
      case OUT_OF_BOUNDS -> throw new Refusal(rule.word() + " can't be that: " + expected(rule));
    }
  }

  private static String expected(PolicyRule rule) {
    return switch (rule.range()) {
      case PolicyRule.Range.Span(Duration lowest, Duration highest) ->
          "a duration like PT5M or 5min, from "
              + Spans.words(lowest)
              + " to "
              + Spans.words(highest);
      case PolicyRule.Range.Count(int lowest, int highest) ->
          "a whole number from " + lowest + " to " + highest;
      case PolicyRule.Range.Switch _ -> "on or off (not both ways off)";
      case PolicyRule.Range.Level _ -> "high or imminent";
    };
  }

  private void show(Policies policies, EscalationSettings settings) {
    EscalationPolicy usual = EscalationPolicy.of(settings.ackTimeout(), settings.rounds());
    Map<PolicyRule, String> all = policies.said(Optional.empty());
    Map<PolicyRule, String> own = person.isEmpty() ? Map.of() : policies.said(person);
    for (PolicyRule rule : PolicyRule.values()) {
      String value = own.getOrDefault(rule, all.getOrDefault(rule, rule.in(usual)));
      String from = own.containsKey(rule) ? "this person" : all.containsKey(rule) ? "all" : "";
      terminal.out().println("%-18s %-10s %s".formatted(rule.word(), value, from).stripTrailing());
    }
  }
}
