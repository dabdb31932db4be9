package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Getting into the console, and being kept out of it. */
class ConsoleDoorTest {
  private final World world = World.brisk();
  private final Chromium chromium = Chromium.start();

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
  }

  @Test
  void aNewOperatorChoosesAPasswordAndGetsToWhereTheyWantedToGo() {
    Operator ada =
        Operator.withOneTimePassword(world, "ada@desk.example", "admin", "abcd-efgh-jkmn-pqrs");
    Page page = chromium.desktop();
    page.navigate(world.url() + "/console/audit?action=login");
    Chromium.picture(page, "login");
    ada.knocks(page);

    assertThat(heading(page)).hasText("Choose a password");
    chooses(page, "abcd-efgh-jkmn-pqrs");
    assertThat(page.getByText("Not the one that you have now")).isVisible();
    chooses(page, "short");
    assertThat(page.getByText("At least 12 characters;")).isVisible();
    chooses(page, "my ada@desk.example word");
    assertThat(page.getByText("Not your address")).isVisible();
    Chromium.picture(page, "choose-password");
    chooses(page, "a lighthouse, far out");

    assertThat(heading(page)).hasText("Audit log");
    assertThat(page).hasURL(world.url() + "/console/audit?action=login");
    Chromium.picture(page, "audit");
    assertThat(chromium.complaints).isEmpty();
  }

  private static com.microsoft.playwright.Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }

  private static void chooses(Page page, String password) {
    page.getByLabel("New password").fill(password);
    page.getByLabel("The same once more").fill(password);
    Chromium.send(page);
  }
}
