package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operators find people, and see and set what there is of each. */
class ConsolePeopleTest {
  private final World world = World.brisk();
  private final Operator ada = Operator.of(world, "ada@desk.example", "admin");
  private final Chromium chromium = Chromium.start();

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
  }

  @Test
  void somebodyIsFoundWhileOneTypesAndAddedWithACode() {
    world.person("Maya", "+12025550140");
    world.person("Nora", "+12025550177");
    Page page = chromium.desktop();
    ada.knocks(page);
    page.navigate(world.url() + "/console/people");
    page.getByLabel("Search").pressSequentially("may");
    assertThat(page.locator("#people")).not().containsText("Nora");
    assertThat(page.locator("#people")).containsText("Maya Vale");
    page.getByLabel("Search").fill("0177");
    assertThat(page.locator("#people")).containsText("Nora Vale");

    page.navigate(world.url() + "/console/people/new");
    page.getByLabel("Name").fill("Zoë");
    page.getByLabel("E-mail address").fill("zoe@x.example");
    page.getByLabel("Phone number").fill("12");
    button(page, "Add person").click();
    assertThat(page.getByText("Not a phone number")).isVisible();
    assertThat(page.getByLabel("Name")).hasValue("Zoë");
    page.getByLabel("Phone number").fill("+12025550178");
    button(page, "Add person").click();
    assertThat(page.locator("#once")).not().isEmpty();
    assertThat(page.locator("h1")).hasText("Zoë");
    assertThat(
            world.one(
                "SELECT count(*) FROM gateway.audit_log WHERE action = 'create' AND resource = 'users'"))
        .isEqualTo("1");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void settingsSoundBeforeTheyAreSavedAndTheLoserIsShownWhatChanged() {
    Someone maya = world.person("Maya", "+12025550140");
    Page page = chromium.desktop();
    ada.knocks(page);
    page.navigate(at(maya, "settings"));
    assertThat(page.locator("#preview .bubble.out")).not().isEmpty();
    page.getByLabel("Answer within hours only").check();
    page.getByLabel("Opens at").fill("09:00");
    page.getByLabel("Time zone").fill("Mars/Olympus");
    button(page, "Save").click();
    assertThat(page.locator("#e-business_timezone")).containsText("Must be a time zone");
    page.getByLabel("Time zone").fill("Europe/Lisbon");
    button(page, "Save").click();
    assertThat(page.locator("#e-business_hours_end")).isVisible();
    page.getByLabel("Closes at").fill("09:01");
    button(page, "Preview").click();
    assertThat(page.locator("#preview")).containsText("opens");
    button(page, "Save").click();
    assertThat(page.locator(".toast")).containsText("Saved");
    assertThat(world.one("SELECT business_timezone FROM whatsapp_config"))
        .isEqualTo("Europe/Lisbon");

    world.run("UPDATE whatsapp_config SET response_delay_seconds = 40");
    page.getByLabel("Pause before an answer").fill("7");
    button(page, "Save").click();
    assertThat(page.locator("#e-response_delay_seconds")).hasText("Somebody else's value: 40");
    button(page, "Save").click();
    assertThat(page.locator(".toast")).containsText("Saved");
    assertThat(world.one("SELECT response_delay_seconds FROM whatsapp_config")).isEqualTo("7");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void contactsAreAddedAskedAndRemoved() {
    Someone maya = world.person("Maya", "+12025550140");
    Page page = chromium.desktop();
    page.onDialog(Dialog::accept);
    ada.knocks(page);
    page.navigate(at(maya, "contacts"));
    assertThat(page.getByText("Nobody could be reached")).isVisible();
    page.getByText("Add a contact").click();
    page.locator("#f-name").fill("Tom");
    button(page, "Add").click();
    assertThat(page.locator("#e-phone_number")).hasText("Fill this in");
    page.getByLabel("Phone number").fill("(202) 555-0141");
    button(page, "Add").click();
    assertThat(page.locator("tbody")).containsText("not asked yet");
    button(page, "Ask them").click();
    assertThat(page.locator(".toast")).containsText("One contact is asked");
    assertThat(page.locator("tbody")).containsText("asked, no answer yet");
    page.getByText("Tom", new Page.GetByTextOptions().setExact(true)).click();
    page.getByLabel("Must not be told").check();
    button(page, "Save").click();
    assertThat(page.locator("tbody")).containsText("must not be told");
    page.getByText("Tom", new Page.GetByTextOptions().setExact(true)).click();
    button(page, "Remove").click();
    assertThat(page.getByText("No contacts")).isVisible();
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void somebodyIsErasedOnlyByTypingTheirAddress() {
    Someone maya = world.person("Maya", "+12025550140");
    Page page = chromium.desktop();
    ada.knocks(page);
    page.navigate(at(maya, "data"));
    page.waitForDownload(() -> button(page, "Export as a file").click());
    page.getByLabel("Type their mail address").fill("somebody@else.example");
    button(page, "Erase for good").click();
    assertThat(page.locator("#e-confirm")).isVisible();
    page.getByLabel("Type their mail address")
        .fill(world.one("SELECT email FROM profiles WHERE name = 'Maya Vale'"));
    button(page, "Erase for good").click();
    assertThat(page.locator(".toast")).containsText("erased");
    assertThat(world.one("SELECT count(*) FROM profiles WHERE name = 'Maya Vale'")).isEqualTo("0");
  }

  @Test
  void whoOnlyReadsChangesNothingAndWhoEditsContentSeesNobody() {
    Someone maya = world.person("Maya", "+12025550140");
    Operator.of(world, "mo@desk.example", "moderator");
    Operator.of(world, "con@desk.example", "content_admin");
    try (ConsoleWire mo = new ConsoleWire(world);
        ConsoleWire con = new ConsoleWire(world)) {
      mo.login("mo@desk.example", Operator.PASSWORD);
      con.login("con@desk.example", Operator.PASSWORD);
      String settings = "/console/people/" + maya.id + "/settings";
      assertThat(con.get(settings).statusCode()).isEqualTo(404);
      assertThat(con.get("/console/people").statusCode()).isEqualTo(404);
      assertThat(mo.post("/console/account", settings, Map.of("version", "x")).statusCode())
          .isIn(403, 404);
    }
    assertThat(world.one("SELECT count(*) FROM whatsapp_config")).isEqualTo("0");
  }

  @Test
  void everyTabIsForEverybody() {
    Someone empty = world.person("Nora", "+12025550177");
    Someone full = full();
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      look(chromium.page(1360, 900, colours), colours.name().toLowerCase(Locale.ROOT), full);
    }
    look(chromium.page(390, 844, ColorScheme.LIGHT), "phone", full);
    look(chromium.page(390, 844, ColorScheme.DARK), "empty", empty);
    assertThat(chromium.complaints).isEmpty();
  }

  private Someone full() {
    Someone maya =
        world.person("Maya Anastasia-Konstantinopolitanskaya von und zu", "+12025550140");
    world.contact(maya, "توم", "+12025550141", "tom-with-a-long-name-and-more@long.x.example");
    world.run(
        """
        INSERT INTO mood_entries (user_id, mood, note, created_at)
        SELECT id, 1 + n %% 10, 'نوم سيئ', now() - n * interval '1 day'
        FROM profiles, generate_series(1, 30) n WHERE id = '%1$s';
        INSERT INTO assessments (user_id, instrument, score, severity, created_at)
        SELECT id, 'phq_9', n, 'mild', now() - n * interval '7 days'
        FROM profiles, generate_series(1, 9) n WHERE id = '%1$s';
        INSERT INTO goals (user_id, title, category, target_value, current_progress)
        VALUES ('%1$s', 'Walk every morning', 'movement', 30, 12);
        INSERT INTO conversation_memory (user_id, memory_type, title, content)
        VALUES ('%1$s', 'fact', 'Her dog', 'Her dog is called Bruno')
        """
            .formatted(maya.id));
    maya.texts("Hello there, I slept badly");
    return maya;
  }

  private void look(Page page, String how, Someone person) {
    ada.knocks(page);
    for (String tab :
        List.of(
            "settings",
            "contacts",
            "contacts/new",
            "culture",
            "numbers",
            "timeline",
            "goals",
            "moods",
            "memories",
            "data")) {
      page.navigate(at(person, tab));
      isForEverybody(page, "person-" + tab.replace('/', '-'), how);
    }
    page.navigate(world.url() + "/console/people");
    isForEverybody(page, "people", how);
    page.navigate(world.url() + "/console/people/new");
    isForEverybody(page, "people-new", how);
  }

  private static void isForEverybody(Page page, String name, String how) {
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

  private String at(Someone person, String tab) {
    return world.url() + "/console/people/" + person.id + "/" + tab;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
