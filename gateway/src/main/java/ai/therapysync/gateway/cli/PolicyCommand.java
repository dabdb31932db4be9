package ai.therapysync.gateway.cli;

import ai.therapysync.crisis.incident.EscalationPolicy;
import ai.therapysync.gateway.config.Command;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.ConfigurationReader;
import ai.therapysync.gateway.config.EscalationSettings;
import ai.therapysync.migrations.Migrations;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.views.Policies;
import ai.therapysync.persistence.views.Policies.Rule;
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
          changes.forEach(change -> say(database, change));
          show(database, configuration.escalation());
          return true;
        });
    return ExitCode.DONE;
  }

  private void say(Database database, String change) {
    String[] parts = change.split("=", 2);
    Rule rule =
        Policies.RULES.stream()
            .filter(one -> one.name().equals(parts[0].strip().toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> new Refusal("There is no rule " + parts[0] + "; see ./run policy"));
    if (parts.length < 2) {
      throw new Refusal("Say what " + rule.name() + " is to be: " + rule.name() + "=VALUE");
    }
    Optional<String> value = Optional.of(parts[1].strip()).filter(text -> !text.isEmpty());
    switch (new Policies(database).say(person, rule, value, InstantSource.system().instant())) {
      case DONE -> {}
      case NO_SUCH_PERSON -> throw new Refusal("There is no person with that id");
      case OUT_OF_BOUNDS ->
          throw new Refusal(
              rule.name() + " can't be that: " + expected(rule) + " within sensible bounds");
    }
  }

  private static String expected(Rule rule) {
    return switch (rule.kind()) {
      case DURATION -> "a duration like PT5M";
      case NUMBER -> "a whole number";
      case SWITCH -> "on or off (not both ways off)";
      case LEVEL -> "high or imminent";
    };
  }

  private void show(Database database, EscalationSettings settings) {
    Map<String, String> usual =
        usual(EscalationPolicy.of(settings.ackTimeout(), settings.rounds()));
    Map<String, String> all = new Policies(database).said(Optional.empty());
    Map<String, String> own = person.isEmpty() ? Map.of() : new Policies(database).said(person);
    for (Rule rule : Policies.RULES) {
      String name = rule.name();
      String value =
          own.getOrDefault(name, all.getOrDefault(name, String.valueOf(usual.get(name))));
      String from = own.containsKey(name) ? "this person" : all.containsKey(name) ? "all" : "";
      terminal.out().println("%-18s %-10s %s".formatted(name, value, from).stripTrailing());
    }
  }

  private static Map<String, String> usual(EscalationPolicy policy) {
    EscalationPolicy.Timing timing = policy.timing();
    EscalationPolicy.Telling telling = policy.telling();
    EscalationPolicy.FollowUp followUp = policy.followUp();
    return Map.ofEntries(
        Map.entry("ack_timeout", timing.ackTimeout().toString()),
        Map.entry("rounds", String.valueOf(timing.rounds())),
        Map.entry("ask_reached_after", timing.askReachedAfter().toString()),
        Map.entry("receipt_within", timing.receiptWithin().toString()),
        Map.entry("operator_reminder", timing.operatorReminder().toString()),
        Map.entry("pages_from", telling.from().word()),
        Map.entry("by_sms", word(telling.bySms())),
        Map.entry("by_mail", word(telling.byMail())),
        Map.entry("family", word(telling.family())),
        Map.entry("first_name", word(telling.firstName())),
        Map.entry("check_in_after", followUp.checkInAfter().toString()),
        Map.entry("check_ins", String.valueOf(followUp.checkIns())),
        Map.entry("quiet", followUp.quiet().toString()));
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }
}
