package ai.therapysync.gateway.config;

import ai.therapysync.crisis.people.EmailAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads the environment: every variable, its default, and all that is wrong with it at once. */
public final class ConfigurationReader {
  private final Values values;
  private final Command command;

  private ConfigurationReader(Map<String, String> environment, Command command) {
    this.values = new Values(environment);
    this.command = command;
  }

  /** The process's own environment: the one place that asks for it. */
  public static Map<String, String> processEnvironment() {
    return Map.copyOf(System.getenv());
  }

  /**
   * Reads these variables.
   *
   * @throws BadConfiguration with a line for each fault
   */
  public static Configuration read(Map<String, String> environment, Command command) {
    ConfigurationReader reader = new ConfigurationReader(environment, command);
    Configuration configuration = reader.configuration();
    if (!reader.values.faults().isEmpty()) {
      throw new BadConfiguration(reader.values.faults());
    }
    return configuration;
  }

  private Configuration configuration() {
    Environment environment =
        values.word(
            "GATEWAY_ENV",
            Environment.class,
            command == Command.DEMO ? Environment.DEVELOPMENT : Environment.PRODUCTION);
    HttpSettings http = http();
    return new Configuration(
        environment,
        http,
        storage(environment),
        new ChannelReader(values, http.publicUrl()).channels(),
        new ConversationSettings(
            values.word("GATEWAY_ONBOARDING", Onboarding.class, Onboarding.INVITE),
            values.wholeNumber("GATEWAY_MINIMUM_AGE", 18, 1, 120),
            values.duration("SESSION_QUIET_TIME", Duration.ofMinutes(30)),
            values.duration("HANDOVER_NOTICE_AFTER", Duration.ofMinutes(30)),
            new LanguageModelReader(values).languageModel(),
            EncoderSettings.read(values)),
        escalation(environment));
  }

  private HttpSettings http() {
    int port = values.wholeNumber("GATEWAY_PORT", 8080, 1, 65_535);
    String bind =
        values
            .matching(
                "GATEWAY_BIND", "[0-9A-Za-z.:_-]+", "must be an address of this machine or a name")
            .orElse(command == Command.DEMO ? "127.0.0.1" : "0.0.0.0");
    URI publicUrl =
        values.origin("GATEWAY_PUBLIC_URL").orElseGet(() -> URI.create("http://localhost:" + port));
    return new HttpSettings(
        port,
        bind,
        publicUrl,
        auth(),
        values.wholeNumber("API_REQUESTS_PER_SECOND", 50, 1, 100_000),
        ConsoleSettings.read(values));
  }

  private Optional<AuthSettings> auth() {
    Optional<AuthSettings> secret =
        values.secret("AUTH_JWT_SECRET").map(AuthSettings.SharedSecret::new);
    Optional<AuthSettings> keys =
        values.address("AUTH_JWKS_URL").map(AuthSettings.PublishedKeys::new);
    if (secret.isPresent() && keys.isPresent()) {
      values.fault("AUTH_JWT_SECRET", "and AUTH_JWKS_URL exclude each other: unset one of them");
    }
    return secret.or(() -> keys);
  }

  private StorageSettings storage(Environment environment) {
    Path home = Path.of(values.text("GATEWAY_HOME").orElse("."));
    Path directory =
        values.text("GATEWAY_DATA_DIR").map(Path::of).orElse(home.resolve("data")).toAbsolutePath();
    Optional<DatabaseSettings> database =
        values
            .text("DATABASE_URL")
            .flatMap(url -> DatabaseUrl.parse(url, wrong -> values.fault("DATABASE_URL", wrong)));
    KeysetReader keyset = new KeysetReader(values);
    boolean gateway = command != Command.TOOL;
    if (gateway && environment == Environment.PRODUCTION && !values.isSet("GATEWAY_KEYSET")) {
      values.fault(
          "GATEWAY_KEYSET",
          "is missing: name the keyset (or a file with it) that seals message content; with"
              + " GATEWAY_ENV=development one is made");
    }
    return new StorageSettings(directory.normalize(), database, keyset.keyset(), keyset.file());
  }

  private EscalationSettings escalation(Environment environment) {
    return new EscalationSettings(
        values.duration("ESCALATION_ACK_TIMEOUT", Duration.ofMinutes(5)),
        values.wholeNumber("ESCALATION_ROUNDS", 3, 1, 100),
        values.parsed("OPERATOR_ALERT_EMAIL", "must be a mail address", EmailAddress::parse),
        new WebhookReader(values, environment).webhook());
  }
}
