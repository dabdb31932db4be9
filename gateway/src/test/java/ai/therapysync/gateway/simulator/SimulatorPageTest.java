package ai.therapysync.gateway.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page in a real browser. */
class SimulatorPageTest {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String CRY =
      "I can't go on. I want to end my life tonight and I'm scared of being alone.";

  private final TinyGateway gateway = new TinyGateway();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(CHROMIUM)
                  .setArgs(
                      List.of(
                          "--no-sandbox",
                          "--disable-gpu",
                          "--disable-background-networking",
                          "--disable-component-update")));

  @BeforeAll
  static void needsABrowser() {
    assumeTrue(Files.isExecutable(CHROMIUM), "needs Debian's chromium");
  }

  @AfterEach
  void stop() {
    browser.close();
    playwright.close();
    gateway.close();
  }

  @Test
  void aPersonWritesAndTheAnswerComesInAndACryForHelpReachesTheContact() {
    Page page = open(1440, 900, ColorScheme.LIGHT);
    page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
        .fill("I can't sleep before my exam");
    page.keyboard().press("Enter");
    assertThat(bubble(page, "I can't sleep before my exam")).isVisible();
    assertThat(bubble(page, "That sounds exhausting")).containsText("read");
    picture(page, "conversation");

    button(page, "Cry for help").click();
    assertThat(bubble(page, CRY)).isVisible();
    assertThat(bubble(page, "988")).isVisible();
    assertThat(page.locator(".incident")).containsText("Tom Rivera, by SMS and e-mail");
    picture(page, "emergency");

    row(page, "Tom Rivera").first().click();
    Locator link = bubble(page, "Maya needs you now").getByRole(AriaRole.LINK);
    assertThat(link).hasAttribute("href", gateway.url() + "/respond/Zk3v9Qe7T2");
    assertThat(link).hasAttribute("target", "_blank");
    button(page, "1: I am on it").click();
    assertThat(bubble(page, "Thank you, Tom")).containsText("delivered");
    assertThat(page.locator(".incident")).containsText("acknowledged");
    picture(page, "acknowledged");

    row(page, "Tom Rivera").last().click();
    assertThat(page.locator(".letter")).containsText("Maya needs you now");
    picture(page, "mailbox");
    assertThat(complaints).isEmpty();
  }

  @Test
  void aFaultIsSetForOneNumberAndShown() {
    Page page = open(1440, 900, ColorScheme.DARK);
    page.getByLabel("Network for this number").selectOption("unreachable");
    assertThat(page.locator(".badge.fault")).isVisible();
    button(page, "A better day").click();
    assertThat(page.locator(".bubble.lost")).containsText("not delivered (30003)");
    picture(page, "dark");
    assertThat(complaints).isEmpty();
  }

  @Test
  void wholeKindsOfFaultsAreAddedForAWhileAndEnded() {
    Page page = open(1440, 900, ColorScheme.LIGHT);
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Faults")).click();
    assertThat(page.locator("#troubles")).containsText("Everything works");
    picture(page, "faults-none");
    page.getByLabel("What goes wrong").selectOption("crowded");
    assertThat(page.getByLabel("At which provider").locator("option"))
        .hasText(new String[] {"Meta"});
    page.getByLabel("What goes wrong").selectOption("unreachable");
    page.getByLabel("How many").fill("2");
    button(page, "Add this fault").click();
    assertThat(page.locator("#troubles li")).containsText("the next 2 times");
    button(page, "A better day").click();
    assertThat(page.locator(".bubble.lost")).containsText("not delivered (30003)");
    assertThat(page.locator("#troubles li")).containsText("the next time");
    button(page, "Have a bad day").click();
    assertThat(page.locator("#troubles li")).hasCount(16);
    picture(page, "faults");
    accessible(page);
    button(page, "End all faults").click();
    assertThat(page.locator("#troubles")).containsText("Everything works");
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void aPhoneOnMetaShowsButtonsAndAListAndWhatIsTappedIsSent(ColorScheme scheme) {
    Page page = open(390, 844, scheme);
    page.getByLabel("WhatsApp by").selectOption("meta");
    assertThat(page.getByLabel("WhatsApp by")).hasValue("meta");
    gateway.offers(TinyGateway.BUTTONS);
    gateway.offers(TinyGateway.LIST);
    button(page, "Yes, I am safe").click();
    assertThat(bubble(page, "Yes, I am safe").locator(".by")).hasText("Meta");
    page.locator("summary").click();
    picture(page, "narrow-choices-" + scheme.name().toLowerCase(Locale.ROOT));
    accessible(page);
    button(page, "4 As so often").click();
    assertThat(page.locator(".bubble.mine")).hasCount(2);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    button(page, "Gateway").click();
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Faults")).click();
    button(page, "Have a bad day").click();
    assertThat(page.locator("#troubles li")).hasCount(15);
    picture(page, "narrow-faults-" + scheme.name().toLowerCase(Locale.ROOT));
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    assertThat(complaints).isEmpty();
  }

  @Test
  void onANarrowScreenOneThingIsShownAtATime() {
    Page page = open(390, 844, ColorScheme.LIGHT);
    button(page, "Phones").click();
    assertThat(page.locator(".rail .row")).not().hasCount(0);
    picture(page, "narrow-phones");
    row(page, "Diego Morales").first().click();
    assertThat(page.locator("#phone-name")).hasText("Diego Morales");
    button(page, "No puedo dormir").click();
    assertThat(page.locator(".bubble")).hasCount(2);
    picture(page, "narrow-chat");
    button(page, "Gateway").click();
    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Conversations")).click();
    assertThat(page.locator("#panel-conversations .card")).hasCount(1);
    picture(page, "narrow-gateway");
    assertThat(page.locator(".gateway").boundingBox().y).isLessThan(120);
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
    assertThat(complaints).isEmpty();
  }

  @Test
  void aMailboxRefusesAndAStrangerWrites() {
    Page page = open(1000, 800, ColorScheme.DARK);
    row(page, "Operators").click();
    page.getByLabel("Refuse mail to this address").check();
    assertThat(page.locator(".badge.fault")).isVisible();
    page.getByLabel("Another phone").fill("+1 202 555 0190");
    page.keyboard().press("Enter");
    assertThat(page.locator("#phone-name")).hasText("+12025550190");
    page.getByLabel("Message", new Page.GetByLabelOptions().setExact(true)).fill("<b>hello</b>");
    page.keyboard().press("Enter");
    assertThat(bubble(page, "<b>hello</b>")).isVisible();
    assertThat(row(page, "+12025550190")).isVisible();
    picture(page, "stranger");
    button(page, "Cry for help").click();
    assertThat(bubble(page, "988")).isVisible();
    button(page, "Gateway 1 open").click();
    assertThat(page.locator(".incident")).isVisible();
    picture(page, "middle-gateway");
    assertThat(gateway.simulation().mail().refusing()).hasSize(1);
    assertThat(complaints).isEmpty();
  }

  private Page open(int width, int height, ColorScheme scheme) {
    Page page =
        browser.newPage(
            new Browser.NewPageOptions().setViewportSize(width, height).setColorScheme(scheme));
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onResponse(response -> {
      if (response.status() >= 400) {
        complaints.add(response.status() + " " + response.url());
      }
    });
    page.navigate(gateway.url() + "/simulator");
    assertThat(page.locator("#phone-name")).hasText("Maya Rivera");
    assertThat(page.locator(".rail section").first().locator(".row"))
        .hasCount(TinyGateway.people());
    return page;
  }

  private static void accessible(Page page) {
    assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
  }

  private static Locator bubble(Page page, String text) {
    return page.locator(".bubble", new Page.LocatorOptions().setHasText(text));
  }

  private static Locator row(Page page, String name) {
    return page.locator(".row", new Page.LocatorOptions().setHasText(name));
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setPath(PICTURES.resolve("simulator-" + name + ".png")));
  }
}
