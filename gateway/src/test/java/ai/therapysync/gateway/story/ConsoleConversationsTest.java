package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operators read conversations at the console, take them over, write, and give them back. */
final class ConsoleConversationsTest {
  private final World world = World.brisk();
  private final Operator ada = Operator.of(world, "ada@desk.example", "support_admin");
  private final Someone maya = world.person("Maya", "+12025550171").unhurried();
  private final Chromium chromium = Chromium.start();
  private final String path = "/console/conversations/" + maya.id;

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
  }

  @Test
  void aHumanTakesOverWritesAndGivesBack() {
    maya.texts("my dog ran away");
    maya.receives(1);
    Page page = chromium.desktop();
    ada.knocks(page);
    page.navigate(world.url() + "/console/conversations");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Maya Vale")).click();
    assertThat(page.locator(".bubble.in")).hasText("my dog ran away");

    button(page, "Take over").click();
    assertThat(page.locator(".toast")).containsText("You hold it");
    maya.texts("are you there?");
    button(page, "Send").click();
    assertThat(page.getByText("Fill this in")).isVisible();
    page.getByLabel("Your words").fill("I am here, Maya. It is Ada.");
    button(page, "Send").click();
    assertThat(maya.receives(2)).isEqualTo("I am here, Maya. It is Ada.");

    page.navigate(world.url() + path);
    assertThat(page.locator(".bubble.in").last()).hasText("are you there?");
    maya.texts("thank you");
    button(page, "Give back").click();
    maya.receives(3);
    assertThat(world.one("SELECT count(*) FROM gateway.takeovers")).isEqualTo("0");
    assertThat(
            world.one(
                "SELECT string_agg(DISTINCT action, ',' ORDER BY action) FROM gateway.audit_log"
                    + " WHERE user_id = '"
                    + maya.id
                    + "'"))
        .contains("read");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void aModeratorReadsAndOthersSeeNothing() {
    maya.texts("my dog ran away");
    maya.receives(1);
    Operator mo = Operator.of(world, "mo@desk.example", "moderator");
    Operator con = Operator.of(world, "con@desk.example", "content_admin");
    try (ConsoleWire moderator = ConsoleWire.as(world, mo);
        ConsoleWire other = ConsoleWire.as(world, con)) {
      assertThat(moderator.get(path).body())
          .contains("my dog ran away")
          .doesNotContain("Take over", "Your words");
      for (String doing : new String[] {"/take", "/give-back", "/messages"}) {
        assertThat(
                moderator
                    .post("/console/account", path + doing, Map.of("content", "x"))
                    .statusCode())
            .isEqualTo(403);
      }
      assertThat(other.get(path).statusCode()).isEqualTo(404);
      assertThat(other.get("/console/conversations").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void theyAreForEverybody() {
    maya.texts("أشعر بالتعب اليوم ولا أستطيع النوم");
    maya.receives(1);
    for (ColorScheme colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
      look(chromium.page(1360, 900, colours), colours == ColorScheme.DARK ? "dark" : "light");
    }
    look(chromium.page(390, 844, ColorScheme.LIGHT), "phone");
    assertThat(chromium.complaints).isEmpty();
  }

  private void look(Page page, String how) {
    ada.knocks(page);
    page.navigate(world.url() + "/console/conversations");
    ConsoleTest.isForEverybody(page, "conversations", how);
    page.navigate(world.url() + path);
    ConsoleTest.isForEverybody(page, "conversation", how);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
