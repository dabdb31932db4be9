package ai.therapysync.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.TestDatabase;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The ladder's rules on the command line: read, changed, taken back, and refused when senseless.
 */
class PolicyCommandTest {
  private final TestDatabase test = TestDatabase.fresh();
  private final Map<String, String> environment =
      Map.of(
          "DATABASE_URL",
          test.jdbcUrl() + "?user=postgres&password=postgres",
          "ESCALATION_ROUNDS",
          "4");

  @AfterEach
  void stop() {
    test.close();
  }

  private Typed policy(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "policy";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return Typed.command(environment, "", all);
  }

  private UUID person() {
    UUID id = UUID.randomUUID();
    test.database()
        .jdbi()
        .useHandle(handle -> {
          handle.execute("INSERT INTO auth.users (id, email) VALUES (?, 'm@example.org')", id);
          handle.execute(
              "INSERT INTO profiles (id, email, name) VALUES (?, 'm@example.org', 'M')", id);
        });
    return id;
  }

  @Test
  void whatNobodyChangedIsAsConfigured() {
    Typed typed = policy();
    assertThat(typed.code()).isZero();
    assertThat(typed.out()).contains("ack_timeout        PT5M\n", "rounds             4\n");
  }

  @Test
  void aRuleOfOnePersonStandsAboveTheOneForAllAndCanBeTakenBack() {
    UUID maya = person();
    policy("rounds=2", "ack_timeout=PT3M");
    assertThat(policy("--person", maya.toString(), "rounds=1", "family=off").out())
        .contains(
            "rounds             1          this person",
            "family             off        this person",
            "ack_timeout        PT3M       all");
    assertThat(policy("--person", maya.toString(), "rounds=").out())
        .contains("rounds             2          all");
    assertThat(policy().out()).contains("family             on\n");
  }

  @Test
  void whatMakesNoSenseIsRefusedWithTheReason() {
    assertThat(policy("ack_timeout=PT1S").err()).contains("ack_timeout", "a duration like PT5M");
    assertThat(policy("by_sms=off", "by_mail=off").code()).isEqualTo(2);
    assertThat(policy("colour=red").err()).contains("There is no rule colour");
    assertThat(policy("rounds").err()).contains("rounds=VALUE");
    assertThat(policy("--person", UUID.randomUUID().toString(), "rounds=2").err())
        .contains("no person");
  }
}
