package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A code from a phone beside the password. */
class ConsoleSecondFactorTest {
  private final World world = World.brisk(Map.of("CONSOLE_SECOND_FACTOR", "required"));
  private final Chromium chromium = Chromium.start();
  private final Page page = chromium.desktop();

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
  }

  @Test
  void anAdministratorAddsOneIsAskedForItAndGetsInByARecoveryCodeOnce() {
    Operator ada = Operator.of(world, "ada@desk.example", "admin");
    ada.knocks(page);
    assertThat(heading()).hasText("Add a second factor");
    String secret = page.locator(".secret").textContent().replace(" ", "");
    assertThat(world.one("SELECT totp_secret FROM gateway.operator_logins"))
        .startsWith("sealed:")
        .doesNotContain(secret);
    Chromium.picture(page, "second-factor-required");
    types("000000");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("does not fit");
    String code = code(secret);
    types(code);
    assertThat(heading()).hasText("Recovery codes");
    String recovery = page.locator(".codes code").first().textContent();
    Chromium.picture(page, "recovery-codes");
    page.getByText("I have kept them").click();
    assertThat(heading()).hasText("Today");

    logsOut();
    ada.knocks(page);
    assertThat(heading()).hasText("Second factor");
    page.navigate(world.url() + "/console/operators");
    assertThat(heading()).hasText("Second factor");
    types(code);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("used before");
    world.clock.pass(Duration.ofSeconds(60));
    types(code(secret));
    assertThat(heading()).hasText("Operators");

    logsOut();
    ada.knocks(page);
    types(recovery.toUpperCase(java.util.Locale.ROOT));
    assertThat(heading()).hasText("Today");
    logsOut();
    ada.knocks(page);
    types(recovery);
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("wrong");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void whoDoesNotRunTheHouseIsNotMadeToAndGuessesAtCodesAreSlowedDown() {
    Operator sam = Operator.of(world, "sam@desk.example", "support_admin");
    sam.knocks(page);
    assertThat(heading()).hasText("Today");
    page.navigate(world.url() + "/console/account/second-factor");
    String secret = page.locator(".secret").textContent().replace(" ", "");
    types(code(secret));
    assertThat(heading()).hasText("Recovery codes");
    logsOut();
    sam.knocks(page);
    for (int guess = 0; guess < 5; guess++) {
      types("00000" + guess);
    }
    types("000009");
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Too many attempts");
    assertThat(
            world.one(
                "SELECT count(*) FROM gateway.audit_log WHERE action = 'second_factor_failed'"))
        .isEqualTo("5");
  }

  private Locator heading() {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private void types(String code) {
    page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(code);
    Chromium.send(page);
  }

  private void logsOut() {
    page.locator("[popovertarget=person-menu]").click();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")).click();
    assertThat(heading()).hasText("Log in");
  }

  private String code(String secret) {
    TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    SecretKeySpec key = new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm());
    try {
      return generator.generateOneTimePasswordString(key, world.clock.instant());
    } catch (InvalidKeyException e) {
      throw new AssertionError(e);
    }
  }
}
