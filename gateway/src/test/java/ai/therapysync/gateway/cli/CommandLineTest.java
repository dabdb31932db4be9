package ai.therapysync.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.persistence.TestDatabase;
import com.password4j.Argon2Function;
import com.password4j.Password;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "serve --loud",
        "operator",
        "contacts",
        "contacts verify",
        "operator add",
        "operator add --email a@b.org --role boss",
        "operator add --email a@b.org --role user",
        "operator add --email nobody --role admin",
        "migrate reset --yes",
        "migrate new !!!",
        "screen --jsonl text",
        "serve",
      })
  void badUsageIsExitCode2WithOneOrTwoLinesAndNoResult(String line) {
    Typed typed = Typed.command(Map.of(), "", line.split(" "));

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.out()).isEmpty();
    assertThat(typed.err().lines()).hasSizeBetween(1, 2);
    assertThat(typed.err()).doesNotContain("\tat ").doesNotContain("Exception");
  }

  @Test
  void everyFaultOfTheConfigurationHasItsLine() {
    Typed typed =
        Typed.command(
            Map.of("GATEWAY_PORT", "x", "GATEWAY_ENV", "y", "SMTP_FROM", "z"), "", "demo");

    assertThat(typed.code()).isEqualTo(2);
    assertThat(typed.err().lines()).hasSize(4);
    assertThat(typed.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "serve --help", "migrate reset --help", "--version"})
  void helpIsAResult(String line) {
    Typed typed = Typed.command(Map.of(), "", line.split(" "));

    assertThat(typed.code()).isZero();
    assertThat(typed.out()).isNotBlank();
    assertThat(typed.err()).isEmpty();
  }

  @Test
  void aDatabaseThatIsAwayIsFoundWrongInOneLine() {
    Typed typed =
        Typed.command(
            Map.of("DATABASE_URL", "postgresql://u:hush@127.0.0.1:1/none"), "", "migrate");

    assertThat(typed.code()).isEqualTo(1);
    assertThat(typed.err().lines())
        .singleElement()
        .asString()
        .contains("nothing answers")
        .doesNotContain("hush");
  }

  @Test
  void migrateTellsWhatItDidAndInfoShowsEveryVersion() {
    try (TestDatabase test = TestDatabase.fresh()) {
      assertThat(Typed.command(on(test), "", "migrate"))
          .isEqualTo(new Typed(0, "Nothing to apply.\n", ""));
      Typed info = Typed.command(on(test), "", "migrate", "info");
      assertThat(info.code()).isZero();
      assertThat(info.out().lines())
          .hasSizeGreaterThan(5)
          .allMatch(line -> line.contains("Success"));
    }
  }

  @Test
  void resetIsForDevelopmentAndForThoseWhoMeanIt() {
    try (TestDatabase test = TestDatabase.fresh()) {
      test.run("INSERT INTO auth.users (email) VALUES ('a@b.org')");
      Map<String, String> development =
          Map.of("DATABASE_URL", url(test), "GATEWAY_ENV", "development");

      assertThat(Typed.command(development, "", "migrate", "reset").code()).isEqualTo(2);
      assertThat(Typed.command(on(test), "", "migrate", "reset", "--yes").code()).isEqualTo(2);
      assertThat(users(test)).isEqualTo(1);
      assertThat(Typed.command(development, "", "migrate", "reset", "--yes").code()).isZero();
      assertThat(users(test)).isZero();
    }
  }

  @Test
  void anOperatorGetsOneRoleAndAPasswordOfWhichOnlyAHashIsKept() {
    try (TestDatabase test = TestDatabase.fresh()) {
      Typed typed = add(test, "Ana@example.org", "support_admin");

      assertThat(typed.code()).isZero();
      assertThat(typed.err()).isEmpty();
      String password = typed.out().lines().toList().get(1).replace("One-time password: ", "");
      assertThat(password).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}");
      assertThat(
              text(
                  test,
                  "SELECT p.email || ' ' || r.role || ' ' || l.must_change FROM profiles p"
                      + " JOIN user_roles r ON r.user_id = p.id"
                      + " JOIN gateway.operator_logins l ON l.user_id = p.id"))
          .isEqualTo("Ana@example.org support_admin true");
      String hash = text(test, "SELECT password_hash FROM gateway.operator_logins");
      assertThat(hash).startsWith("$argon2id$").doesNotContain(password);
      assertThat(Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash)))
          .isTrue();
    }
  }

  @Test
  void aSecondRoleLeavesTheLoginAloneUnlessANewPasswordIsWanted() {
    try (TestDatabase test = TestDatabase.fresh()) {
      add(test, "ana@example.org", "moderator");
      String hash = text(test, "SELECT password_hash FROM gateway.operator_logins");

      assertThat(add(test, "ANA@example.org", "admin").out()).contains("stays as it is");
      assertThat(text(test, "SELECT password_hash FROM gateway.operator_logins")).isEqualTo(hash);
      assertThat(text(test, "SELECT count(*) FROM user_roles")).isEqualTo("2");
      assertThat(users(test)).isEqualTo(1);

      Typed renewed =
          Typed.command(
              on(test),
              "",
              "operator add --email ana@example.org --role admin --new-password".split(" "));
      assertThat(renewed.out()).contains("One-time password: ");
      assertThat(text(test, "SELECT password_hash FROM gateway.operator_logins"))
          .isNotEqualTo(hash);
    }
  }

  private static Typed add(TestDatabase test, String email, String role) {
    return Typed.command(on(test), "", "operator", "add", "--email", email, "--role", role);
  }

  private static Map<String, String> on(TestDatabase test) {
    return Map.of("DATABASE_URL", url(test));
  }

  private static String url(TestDatabase test) {
    return test.jdbcUrl() + "?user=postgres&password=postgres";
  }

  private static int users(TestDatabase test) {
    return Integer.parseInt(text(test, "SELECT count(*) FROM auth.users"));
  }

  private static String text(TestDatabase test, String query) {
    return test.value(query);
  }
}
