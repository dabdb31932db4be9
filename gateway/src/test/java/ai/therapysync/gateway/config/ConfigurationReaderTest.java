package ai.therapysync.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.therapysync.conversation.delivery.Template;
import ai.therapysync.conversation.delivery.Templates;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.persistence.sealing.Keyset;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationReaderTest {
  private static final Map<String, String> META =
      Map.of(
          "GATEWAY_ENV", "development",
          "META_APP_SECRET", "secret",
          "META_VERIFY_TOKEN", "verify",
          "META_ACCESS_TOKEN", "token",
          "META_PHONE_NUMBER_ID", "106540352242922");

  @Test
  void anEmptyEnvironmentIsEnoughForTheDemo() {
    Configuration configuration = ConfigurationReader.read(Map.of(), Command.DEMO);

    assertThat(configuration.environment()).isEqualTo(Environment.DEVELOPMENT);
    assertThat(configuration.http())
        .isEqualTo(
            new HttpSettings(
                8080,
                "127.0.0.1",
                URI.create("http://localhost:8080"),
                Optional.empty(),
                50,
                new ConsoleSettings(ConsoleSettings.SecondFactor.OPTIONAL, 0)));
    assertThat(configuration.storage().database()).isEmpty();
    assertThat(configuration.storage().dataDirectory())
        .isAbsolute()
        .isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(configuration.channels())
        .isEqualTo(
            new ChannelSettings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new SendingRates(1, 80, 45, Duration.ofSeconds(6)),
                Templates.none(),
                Optional.of(Duration.ofMinutes(3)),
                InboundSettings.usual()));
    assertThat(configuration.conversation())
        .isEqualTo(
            new ConversationSettings(
                Onboarding.INVITE,
                18,
                Duration.ofMinutes(30),
                Duration.ofMinutes(30),
                new LanguageModelSettings.Offline(),
                EncoderSettings.OFF));
    assertThat(configuration.escalation())
        .isEqualTo(
            new EscalationSettings(Duration.ofMinutes(5), 3, Optional.empty(), Optional.empty()));
  }

  @Test
  void theRealGatewayIsInProductionAndNeedsAKeyset() {
    assertThat(faults(Map.of(), Command.SERVE))
        .singleElement()
        .asString()
        .contains("GATEWAY_KEYSET");

    Configuration configuration =
        ConfigurationReader.read(
            Map.of("GATEWAY_KEYSET", Keyset.create().json(), "GATEWAY_PORT", "9000"),
            Command.SERVE);

    assertThat(configuration.environment()).isEqualTo(Environment.PRODUCTION);
    assertThat(configuration.http().bind()).isEqualTo("0.0.0.0");
    assertThat(configuration.http().publicUrl()).hasToString("http://localhost:9000");
  }

  @Test
  void toolsNeedNoKeysetAndDevelopmentMakesOne() {
    assertThat(ConfigurationReader.read(Map.of(), Command.TOOL).environment())
        .isEqualTo(Environment.PRODUCTION);
    assertThat(
            ConfigurationReader.read(Map.of("GATEWAY_ENV", "development"), Command.SERVE)
                .storage()
                .keyset())
        .isEmpty();
  }

  @Test
  void aKeysetMayStandInAFile(@TempDir Path directory) throws IOException {
    String json = Keyset.create().json();
    Path file = Files.writeString(directory.resolve("keyset.json"), json + "\n");

    assertThat(read("GATEWAY_KEYSET", file.toString()).storage().keyset())
        .contains(new Secret(json.strip()));
    assertThat(faultsOf("GATEWAY_KEYSET", directory.resolve("none").toString())).hasSize(1);
    assertThat(faultsOf("GATEWAY_KEYSET", "{\"primaryKeyId\":1}")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GATEWAY_PORT|eighty",
        "GATEWAY_PORT|0",
        "GATEWAY_PORT|65536",
        "GATEWAY_BIND|not an address",
        "GATEWAY_ENV|staging",
        "GATEWAY_PUBLIC_URL|gateway.example.org",
        "GATEWAY_PUBLIC_URL|ftp://gateway.example.org",
        "GATEWAY_PUBLIC_URL|https://gateway.example.org/path",
        "GATEWAY_PUBLIC_URL|https://gateway.example.org?x=1",
        "GATEWAY_ONBOARDING|maybe",
        "GATEWAY_MINIMUM_AGE|young",
        "SESSION_QUIET_TIME|30",
        "HANDOVER_NOTICE_AFTER|half an hour",
        "SESSION_QUIET_TIME|PT0S",
        "ESCALATION_ACK_TIMEOUT|-PT5M",
        "ESCALATION_ACK_TIMEOUT|P8D",
        "ESCALATION_ROUNDS|0",
        "ESCALATION_ROUNDS|three",
        "OPERATOR_ALERT_EMAIL|nobody",
        "SMS_SEGMENTS_PER_SECOND|0",
        "SMS_SEGMENTS_PER_SECOND|NaN",
        "WHATSAPP_MESSAGES_PER_SECOND|fast",
        "LLM_PROVIDER|magic",
        "LLM_TIMEOUT|20s",
        "LLM_BASE_URL|localhost",
        "TWILIO_API_BASE_URL|api.twilio.com",
        "META_API_BASE_URL|graph",
        "META_API_VERSION|23",
        "AUTH_JWKS_URL|keys",
        "DATABASE_URL|mysql://a:b@c/d",
        "DATABASE_URL|postgresql://localhost",
        "DATABASE_URL|postgresql://user:%zz@localhost/db",
      })
  void aMalformedValueIsOneFaultThatNamesItsVariable(String name, String value) {
    assertThat(faultsOf(name, value)).singleElement().asString().startsWith(name + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "development|http://localhost:9/hook|whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz|none",
        "production|https://ops.example.org/hook|whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz|none",
        "production|http://ops.example.org/hook|whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz|URL",
        "production|https://ops.example.org/hook||SECRET",
        "production||whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz|URL",
        "production|https://ops.example.org/hook|MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz|SECRET",
        "production|https://ops.example.org/hook|whsec_c2hvcnQ=|SECRET",
        "production|https://ops.example.org/hook|whsec_no base 64|SECRET",
      })
  void operatorsWebhookIsSecretAndSafeOnItsWay(
      String environment, String url, String secret, String wrong) {
    Map<String, String> variables =
        Map.of(
            "GATEWAY_ENV", environment,
            "OPERATOR_WEBHOOK_URL", Objects.toString(url, ""),
            "OPERATOR_WEBHOOK_SECRET", Objects.toString(secret, ""));
    if (wrong.equals("none")) {
      assertThat(ConfigurationReader.read(variables, Command.TOOL).escalation().operatorWebhook())
          .hasValueSatisfying(
              webhook -> assertThat(webhook.toString()).doesNotContain("whsec", "hook]", "/hook"));
      return;
    }
    assertThatThrownBy(() -> ConfigurationReader.read(variables, Command.TOOL))
        .isInstanceOfSatisfying(
            BadConfiguration.class,
            bad ->
                assertThat(bad.faults())
                    .singleElement()
                    .asString()
                    .startsWith("OPERATOR_WEBHOOK_" + wrong + " ")
                    .doesNotContain("MDEy", "c2hv"));
  }

  @ParameterizedTest
  @CsvSource({
    "TWILIO_SMS_FROM, +15005550006, 2",
    "TWILIO_AUTH_TOKEN, token-word, 1",
    "META_ACCESS_TOKEN, token-word, 3",
    "SMTP_URL, smtp://mail.example.org, 1",
    "SMTP_FROM, help@example.org, 1",
  })
  void aChannelWithHalfItsCredentialsIsAFaultForEachMissingOne(
      String name, String value, int missing) {
    assertThat(faultsOf(name, value)).hasSize(missing).noneMatch(line -> line.contains(value));
  }

  @Test
  void aTemplateIsReadByItsNameAndCheckedForItsShape() {
    String sid = "HX0123456789abcdef0123456789ABCDEF";
    Map<String, String> twilio =
        Map.of(
            "GATEWAY_ENV", "development",
            "TWILIO_ACCOUNT_SID", "AC1",
            "TWILIO_AUTH_TOKEN", "token",
            "TWILIO_WHATSAPP_FROM", "+15005550006");
    Map<String, String> right = new HashMap<>(twilio);
    right.put("TWILIO_TEMPLATE_REPLY_ES", sid);
    assertThat(ConfigurationReader.read(right, Command.TOOL).channels().templates())
        .isEqualTo(
            new Templates(
                List.of(
                    new Template(Provider.TWILIO, Template.Kind.REPLY, Language.SPANISH, sid))));

    Map<String, String> wrong = new HashMap<>(twilio);
    wrong.put("TWILIO_TEMPLATE_REPLY_EN", "HX1");
    wrong.put("TWILIO_TEMPLATE_PAGE_XX", sid);
    wrong.put("TWILIO_TEMPLATE_AWAY_EN", sid);
    wrong.put("TWILIO_TEMPLATE_", sid);
    wrong.put("TWILIO_TEMPLATE_REPLY", sid);
    assertThat(faults(wrong, Command.TOOL))
        .hasSize(5)
        .allMatch(line -> line.startsWith("TWILIO_TEMPLATE_"))
        .anyMatch(line -> line.startsWith("TWILIO_TEMPLATE_REPLY_EN must be a ContentSid"));
    assertThat(faultsOf("TWILIO_TEMPLATE_REPLY_EN", sid))
        .singleElement()
        .asString()
        .contains("TWILIO_WHATSAPP_FROM");
  }

  @Test
  void aTemplateOfMetasIsItsNameAndTheLanguageThatItIsFiledUnder() {
    Map<String, String> right = new HashMap<>(META);
    right.put("META_TEMPLATE_PAGE_ZH", "contact_call");
    right.put("META_TEMPLATE_REPLY_PT", "write_back/pt_BR");
    right.put("META_TEMPLATE_REPLY_FR", "write_back");
    assertThat(ConfigurationReader.read(right, Command.TOOL).channels().templates().all())
        .extracting(Template::name)
        .containsExactly("contact_call/zh_CN", "write_back/fr", "write_back/pt_BR");

    Map<String, String> wrong = new HashMap<>(META);
    wrong.put("META_TEMPLATE_REPLY_EN", "Write back");
    wrong.put("META_TEMPLATE_REPLY_PT", "write_back/Brazil");
    assertThat(faults(wrong, Command.TOOL))
        .hasSize(2)
        .allMatch(line -> line.contains("write_back/pt_BR"));
    assertThat(faultsOf("META_TEMPLATE_REPLY_EN", "write_back"))
        .singleElement()
        .asString()
        .contains("META_PHONE_NUMBER_ID");
  }

  @Test
  void allFaultsAreFoundAtOnceAndNoSecretIsPrinted() {
    Map<String, String> environment =
        Map.of(
            "GATEWAY_PORT", "x",
            "TWILIO_ACCOUNT_SID", "wrong-sid",
            "TWILIO_AUTH_TOKEN", "hush-token",
            "DATABASE_URL", "postgresql:/user:hush-password@host/db",
            "SMTP_URL", "mail://user:hush-mail@host",
            "SMTP_FROM", "help@example.org",
            "LLM_PROVIDER", "openai");

    assertThat(faults(environment, Command.TOOL))
        .hasSize(6)
        .noneMatch(line -> line.contains("hush") || line.contains("\n"));
  }

  @Test
  void blankCountsAsAbsent() {
    assertThat(read("TWILIO_AUTH_TOKEN", "  ").channels().twilio()).isEmpty();
    assertThat(read("GATEWAY_PORT", "").http().port()).isEqualTo(8080);
  }

  @Test
  void twilioIsReadWhole() {
    Map<String, String> environment =
        Map.of(
            "TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000001",
            "TWILIO_AUTH_TOKEN", "now",
            "TWILIO_AUTH_TOKEN_PREVIOUS", "before",
            "TWILIO_SMS_FROM", "+15005550006",
            "TWILIO_WHATSAPP_FROM", "whatsapp:+15005550007",
            "TWILIO_API_BASE_URL", "http://localhost:9999/",
            "GATEWAY_PUBLIC_URL", "https://gateway.example.org/");

    Configuration configuration = ConfigurationReader.read(environment, Command.TOOL);

    assertThat(configuration.channels().twilio())
        .contains(
            new TwilioSettings(
                "AC00000000000000000000000000000001",
                new Secret("now"),
                Optional.of(new Secret("before")),
                Optional.of("+15005550006"),
                Optional.of("+15005550007"),
                Optional.empty(),
                URI.create("http://localhost:9999"),
                URI.create("https://gateway.example.org")));
    assertThat(configuration.toString()).doesNotContain("now").doesNotContain("before");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "smtp://mail.example.org|mail.example.org|587|false||",
        "smtp://mail.example.org:2525|mail.example.org|2525|false||",
        "smtps://u:p@mail.example.org|mail.example.org|465|true|u|p",
        "smtp://a%40b.org:p%2F%3A+@mail:25|mail|25|false|a@b.org|p/:+",
      })
  void mailServersAreReadFromTheirAddress(
      String url, String host, int port, boolean tls, String user, String password) {
    Optional<SmtpSettings.Login> login =
        Optional.ofNullable(user).map(name -> new SmtpSettings.Login(name, new Secret(password)));

    assertThat(
            ConfigurationReader.read(
                    Map.of("SMTP_URL", url, "SMTP_FROM", "help@example.org"), Command.TOOL)
                .channels()
                .smtp())
        .contains(new SmtpSettings(host, port, tls, login, "help@example.org"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "postgresql://u:p@h:5433/d|jdbc:postgresql://h:5433/d|u|p",
        "postgres://u:p@h/d|jdbc:postgresql://h/d|u|p",
        "jdbc:postgresql://h:5432/d?user=u&password=p|jdbc:postgresql://h:5432/d|u|p",
        "jdbc:postgresql://u:p@h/d?sslmode=require|jdbc:postgresql://h/d?sslmode=require|u|p",
        "postgresql://u%40x:p%2F%3A%40+@h/d|jdbc:postgresql://h/d|u@x|p/:@+",
        "postgresql://u:p@x/y@h/d|jdbc:postgresql://h/d|u|p@x/y",
        "postgresql://u@h/d|jdbc:postgresql://h/d|u|''",
        "postgresql://u:p@[::1]:5432/d|jdbc:postgresql://[::1]:5432/d|u|p",
        "postgresql://u:p@h/d%20e?connect_timeout=5|jdbc:postgresql://h/d%20e?connectTimeout=5|u|p",
        "postgresql://u:p@h:6432/d?pgbouncer=false|jdbc:postgresql://h:6432/d|u|p",
        "postgresql://u.ref:p@aws-0-eu.pooler.supabase.com:5432/postgres|jdbc:postgresql://aws-0-eu.pooler.supabase.com:5432/postgres|u.ref|p",
      })
  void databasesAreReadFromTheirAddress(String url, String jdbc, String user, String password) {
    assertThat(read("DATABASE_URL", url).storage().database())
        .contains(new DatabaseSettings(jdbc, user, new Secret(password)));
  }

  @ParameterizedTest
  @CsvSource({
    "postgresql://u:hush@aws-0-eu.pooler.supabase.com:6543/postgres",
    "postgresql://u:hush@db.abc.supabase.co:6543/postgres",
    "postgresql://u:hush@h:6432/d?pgbouncer=true",
  })
  void transactionPoolingIsRefused(String url) {
    assertThat(faultsOf("DATABASE_URL", url))
        .singleElement()
        .asString()
        .contains("transaction pooling")
        .doesNotContain("hush");
  }

  @Test
  void modelsHaveTheirAddressesAndKeys() {
    assertThat(
            ConfigurationReader.read(
                    Map.of(
                        "LLM_PROVIDER", "openai",
                        "LLM_MODEL", "small",
                        "LLM_BASE_URL", "http://localhost:1234/v1",
                        "LLM_TIMEOUT", "PT7S"),
                    Command.TOOL)
                .conversation()
                .languageModel())
        .isEqualTo(
            new LanguageModelSettings.Remote(
                LanguageModelSettings.Kind.OPENAI,
                "small",
                Optional.empty(),
                URI.create("http://localhost:1234/v1"),
                Duration.ofSeconds(7)));
    assertThat(faultsOf("LLM_PROVIDER", "anthropic"))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith("LLM_MODEL"),
            line -> assertThat(line).startsWith("LLM_API_KEY"));
  }

  @Test
  void tokensAreCheckedInOneWayOnly() {
    assertThat(read("AUTH_JWT_SECRET", "word").http().auth())
        .contains(new AuthSettings.SharedSecret(new Secret("word")));
    assertThat(
            faults(
                Map.of("AUTH_JWT_SECRET", "word", "AUTH_JWKS_URL", "https://a.example/keys"),
                Command.TOOL))
        .hasSize(1);
  }

  @Test
  void reconcilingIsSwitchedOffByZero() {
    assertThat(read("TWILIO_RECONCILE_EVERY", "PT0S").channels().reconcileEvery()).isEmpty();
    assertThat(read("TWILIO_RECONCILE_EVERY", "PT10M").channels().reconcileEvery())
        .contains(Duration.ofMinutes(10));
    assertThat(faultsOf("TWILIO_RECONCILE_EVERY", "-PT1M")).hasSize(1);
  }

  private static Configuration read(String name, String value) {
    return ConfigurationReader.read(Map.of(name, value), Command.TOOL);
  }

  private static List<String> faultsOf(String name, String value) {
    return faults(Map.of(name, value), Command.TOOL);
  }

  private static List<String> faults(Map<String, String> environment, Command command) {
    return assertThatThrownBy(() -> ConfigurationReader.read(environment, command))
        .asInstanceOf(InstanceOfAssertFactories.type(BadConfiguration.class))
        .actual()
        .faults();
  }
}
