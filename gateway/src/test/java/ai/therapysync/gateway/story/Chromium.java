package ai.therapysync.gateway.story;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real browser; what it complains of is kept. */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final Path PICTURES = Path.of("target", "pictures", "console");

  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

  /** What scripts and the content security policy have said. */
  final List<String> complaints = new CopyOnWriteArrayList<>();

  private final Playwright playwright;
  private final Browser browser;

  private Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update")));
  }

  static Chromium start() {
    assumeTrue(Files.isExecutable(PROGRAM), "needs Debian's chromium");
    return new Chromium();
  }

  /** Somebody else's, with nothing in it. */
  BrowserContext context(int width, int height, ColorScheme colours) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(colours)
                .setLocale("en-GB"));
    context.setDefaultTimeout(10_000);
    return context;
  }

  /** A page of a browser of its own. */
  Page page(int width, int height, ColorScheme colours) {
    Page page = context(width, height, colours).newPage();
    page.onConsoleMessage(message -> {
      // A form with errors is answered 422, which the browser notes.
      if (message.type().equals("error") && !message.text().contains("status of 4")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    return page;
  }

  Page desktop() {
    return page(1360, 900, ColorScheme.LIGHT);
  }

  /** Presses Enter in a form, and waits for the page that comes of it. */
  static void send(Page page) {
    page.evaluate("document.documentElement.dataset.before = 'yes'");
    page.keyboard().press("Enter");
    page.locator("html:not([data-before])").waitFor(ATTACHED);
    page.waitForLoadState();
  }

  static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(PICTURES.resolve(name + ".png"))
            .setFullPage(true)
            .setAnimations(ScreenshotAnimations.DISABLED));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
