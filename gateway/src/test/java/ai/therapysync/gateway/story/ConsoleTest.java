package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The console's pages, in a real browser. */
class ConsoleTest {
  private static final String CRY = "I want to end my life tonight";

  private final World world = World.brisk();
  private final Operator ada = Operator.of(world, "ada@desk.example", "admin");
  private final Chromium chromium = Chromium.start();

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
  }

  @Test
  void anEmergencyShowsByItselfWithAnAlarmAndACountInTheTitle() {
    Page page = chromium.desktop();
    ada.knocks(page);
    assertThat(page.getByText("No open incident")).isVisible();
    assertThat(page.locator("[data-connection-words]")).hasText("Live");

    Someone maya = world.person("Maya", "+12025550140");
    world.contact(maya, "Tom", "+12025550141", "tom@x.example");
    maya.texts(CRY);

    assertThat(page.getByRole(AriaRole.ALERT)).containsText("Somebody is in danger");
    assertThat(page.locator("#incidents").locator("xpath=ancestor::section")).containsText("Maya");
    assertThat(page.locator(".badge.level-imminent, .badge.level-high").first()).isVisible();
    assertThat(page).hasTitle("(1) Today · TherapySync");
    assertThat(page.getByRole(AriaRole.ALERT)).not().containsText("Maya");
    Chromium.picture(page, "today-incident");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void somebodyWhoAsksForAHumanIsShownToWhoReadsConversationsAlone() {
    Operator con = Operator.of(world, "con@desk.example", "content_admin");
    Page hers = chromium.desktop();
    ada.knocks(hers);
    Page his = chromium.desktop();
    con.knocks(his);
    assertThat(hers.locator("[data-connection-words]")).hasText("Live");
    assertThat(his.locator("[data-connection-words]")).hasText("Live");
    Someone maya = world.person("Maya", "+12025550140");
    maya.texts("I want to talk to a human");

    assertThat(hers.getByRole(AriaRole.ALERT)).containsText("Somebody asks for a human");
    assertThat(hers.locator("#waiting").locator("xpath=ancestor::section")).containsText("Maya");
    assertThat(hers).hasTitle("(1) Today · TherapySync");
    assertThat(his).hasTitle("Today · TherapySync");
    assertThat(his.locator("#alarms")).isEmpty();
  }

  @Test
  void everyPageIsForEverybody() {
    Someone maya = world.person("Maya", "+12025550140");
    maya.texts(CRY);
    Await.until(
        "an incident", () -> !world.one("SELECT count(*) FROM gateway.escalations").equals("0"));
    Operator.withOneTimePassword(world, "ned@desk.example", "moderator", "x");
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      look(chromium.page(1360, 900, colours), colours.name().toLowerCase(java.util.Locale.ROOT));
    }
    Page phone = chromium.page(390, 844, ColorScheme.LIGHT);
    look(phone, "phone");
    assertThat(chromium.complaints).isEmpty();
  }

  private void look(Page page, String how) {
    page.navigate(world.url() + "/console/login");
    isForEverybody(page, "login", how);
    ada.knocks(page);
    for (String path :
        List.of(
            "",
            "/operators",
            "/operators/new",
            "/operators/" + ada.id(),
            "/audit",
            "/account",
            "/account/second-factor",
            "/nowhere")) {
      if (!path.isEmpty()) {
        page.navigate(world.url() + "/console" + path);
      }
      String name =
          path.isEmpty() ? "today" : path.substring(1).replaceAll("/[0-9a-f-]{36}", "-one");
      isForEverybody(page, name.replace('/', '-'), how);
    }
  }

  static void isForEverybody(Page page, String name, String how) {
    Chromium.picture(page, name + "-" + how);
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .as(name + " is as wide as the screen")
        .isLessThanOrEqualTo(page.viewportSize().width);
    List<Rule> wrong =
        new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations();
    assertThat(wrong)
        .as(name + ", " + how)
        .extracting(rule -> rule.getId() + " " + rule.getNodes())
        .isEmpty();
  }

  @Test
  void theKeyboardIsEnough() {
    Page page = chromium.desktop();
    ada.knocks(page);
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#main")).isFocused();
    page.keyboard().type("?");
    assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Keyboard shortcuts");
    Chromium.picture(page, "keys");
    page.keyboard().press("Escape");
    page.keyboard().type("go");
    assertThat(heading(page)).hasText("Operators");
    page.keyboard().type("j");
    page.keyboard().press("Enter");
    assertThat(heading(page)).hasText("ada");
    page.keyboard().type("gl");
    assertThat(heading(page)).hasText("Audit log");
    page.keyboard().type("/");
    assertThat(page.getByLabel("Who", new Page.GetByLabelOptions().setExact(true))).isFocused();
  }

  @Test
  void lightAndDarkAreRememberedWithoutAFlash() {
    Page page = chromium.desktop();
    ada.knocks(page);
    page.locator("[popovertarget=person-menu]").click();
    page.waitForResponse(
        "**/console/appearance",
        () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dark")).click());
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    Chromium.picture(page, "menu-dark");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void onAPhoneTheNavigationOpens() {
    Page page = chromium.page(390, 844, ColorScheme.LIGHT);
    ada.knocks(page);
    page.getByLabel("Menu").click();
    Chromium.picture(page, "phone-navigation");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Audit log")).click();
    assertThat(heading(page)).hasText("Audit log");
  }

  @Test
  void anOperatorIsAddedChangedAndDeactivated() {
    Page page = chromium.desktop();
    ada.knocks(page);
    page.navigate(world.url() + "/console/operators/new");
    page.getByLabel("E-mail address").fill("not an address");
    page.getByLabel("Support").uncheck();
    button(page, "Add operator").click();
    assertThat(page.getByText("Not a mail address")).isVisible();
    assertThat(page.getByText("Choose at least one")).isVisible();
    assertThat(page.getByLabel("E-mail address")).hasValue("not an address");
    Chromium.picture(page, "operators-errors");
    page.getByLabel("E-mail address").fill("ben@desk.example");
    page.getByLabel("Moderator").check();
    button(page, "Add operator").click();
    String password = page.locator("#once").textContent();
    Chromium.picture(page, "operators-added");
    page.navigate(world.url() + "/console/operators");
    assertThat(page.locator("#once")).hasCount(0);

    try (ConsoleWire ben = new ConsoleWire(world)) {
      assertThat(ben.login("ben@desk.example", password).statusCode()).isEqualTo(303);
      assertThat(ConsoleWire.location(ben.get("/console"))).startsWith("/console/login/password");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("ben")).click();
      page.onDialog(com.microsoft.playwright.Dialog::accept);
      button(page, "Deactivate").click();
      assertThat(page.locator(".toast")).containsText("They are logged out");
      assertThat(ConsoleWire.location(ben.get("/console"))).startsWith("/console/login?");
    }

    page.navigate(world.url() + "/console/operators/" + ada.id());
    page.locator("#f-role-admin").uncheck();
    page.getByLabel("Moderator").check();
    button(page, "Save roles").click();
    assertThat(page.getByText("You can't take your own last administrator's role")).isVisible();
    assertThat(page.getByLabel("Moderator")).isChecked();

    page.navigate(world.url() + "/console/audit?action=deactivate");
    assertThat(page.locator("#lines")).containsText("ben");
    page.getByLabel("What").selectOption("create");
    assertThat(page.locator("#lines tbody tr")).hasCount(1);
    assertThat(page.locator("#lines")).containsText("operators: role");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void aLinkFromElsewhereLeadsToThePageForWhoIsLoggedIn() {
    Page page = chromium.desktop();
    ada.knocks(page);
    page.route(
        "http://elsewhere.example/",
        route ->
            route.fulfill(
                new com.microsoft.playwright.Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<a href='" + world.url() + "/console/audit'>to the log</a>")));
    page.navigate("http://elsewhere.example/");
    page.getByText("to the log").click();
    assertThat(heading(page)).hasText("Audit log");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }
}
