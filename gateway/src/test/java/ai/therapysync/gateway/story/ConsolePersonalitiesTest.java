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
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Content administrators write voices, hear them while they type, and talk with them first. */
class ConsolePersonalitiesTest {
  private static final String CLARA = "7e5a0000-0000-4000-8000-000000000001";

  private final World world = World.brisk();
  private final Operator con = Operator.of(world, "con@desk.example", "content_admin");
  private final Chromium chromium = Chromium.start();

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
  }

  @Test
  void aVoiceIsCopiedHeardTriedSavedAndThenAnswersWhoeverChoseIt() {
    Page page = chromium.desktop();
    con.knocks(page);
    page.navigate(world.url() + "/console/personalities");
    page.getByLabel("Search").pressSequentially("clar");
    assertThat(page.locator("#personalities")).not().containsText("Kofi");
    page.getByLabel("Copy Clara").click();
    assertThat(page.getByLabel("Name", exactly())).hasValue("Copy of Clara");
    assertThat(page.getByLabel("Traits")).hasValue(Pattern.compile("warmth: medium"));
    page.getByLabel("Name", exactly()).fill("Luna");
    page.getByLabel("Manner").fill("playful");
    page.getByLabel("Traits").fill("humour: high\nwarmth: 0.9");
    assertThat(page.locator("#preview")).containsText("I'm Luna, an AI companion");
    assertThat(page.locator("#preview .told").first()).containsText("Way of speaking: playful");
    page.getByLabel("In", exactly()).selectOption("de");
    assertThat(page.locator("#preview")).containsText("Ich bin Luna");

    button(page, "Try in the sandbox").click();
    assertThat(page.locator("h1")).hasText("Talk with Luna");
    assertThat(page.locator(".lead")).containsText("not saved");
    page.getByLabel("Language").selectOption("en");
    say(page, "hello there");
    assertThat(page.locator("#sandbox .bubble.out").first()).containsText("Luna");
    say(page, "work is too much and I can't sleep");
    assertThat(page.locator("#sandbox .bubble.out")).hasCount(2);
    assertThat(page.locator("#sandbox")).containsText("No danger seen");
    assertThat(page.getByLabel("Your message")).isFocused();
    button(page, "Back to the editor").click();
    assertThat(page.getByLabel("Name", exactly())).hasValue("Luna");
    button(page, "Add personality").click();
    assertThat(page.locator(".toast")).containsText("can choose it");
    assertThat(traits()).isEqualTo("{\"humour\": \"high\", \"warmth\": 0.9}");

    Someone maya = world.person("Maya", "+12025550140");
    maya.configured("response_delay_seconds, ai_personality_id", "0, '" + luna() + "'");
    page.reload();
    assertThat(page.locator(".lead")).containsText("One person has chosen it");
    page.getByLabel("Name", exactly()).fill("Stella");
    button(page, "Save").click();
    assertThat(page.locator(".toast")).containsText("One person is answered so");
    maya.texts("hello there");
    assertThat(maya.receives(1)).contains("I'm Stella");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void whoRetiresAVoiceIsToldWhomItConcernsAndBringsItBack() {
    Someone maya = world.person("Maya", "+12025550140");
    maya.configured("response_delay_seconds, ai_personality_id", "0, '" + CLARA + "'");
    Page page = chromium.desktop();
    StringBuilder asked = new StringBuilder();
    page.onDialog(dialog -> {
      asked.append(dialog.message());
      dialog.accept();
    });
    con.knocks(page);
    page.navigate(world.url() + "/console/personalities/" + CLARA);
    button(page, "Retire").click();
    assertThat(page.locator(".toast")).containsText("One person is answered by the usual voice");
    assertThat(asked.toString()).contains("One person has chosen it");
    maya.texts("hello there");
    assertThat(maya.receives(1)).contains("I'm Sage");
    page.navigate(world.url() + "/console/personalities?state=retired");
    assertThat(page.locator("tbody tr")).hasCount(1);
    page.getByText("Clara", new Page.GetByTextOptions().setExact(true)).click();
    button(page, "Bring back").click();
    assertThat(page.locator(".toast")).containsText("It is back");
    assertThat(
            world.one(
                "SELECT is_active FROM therapist_personalities WHERE id = '%s'".formatted(CLARA)))
        .isEqualTo("t");
  }

  @Test
  void whoSavesSecondIsShownWhatDiffersAndWhatIsWrongStandsBesideItsField() {
    Page page = chromium.desktop();
    con.knocks(page);
    page.navigate(world.url() + "/console/personalities/" + CLARA);
    world.run(
        "UPDATE therapist_personalities SET title = 'Theirs', personality_traits ="
            + " '{\"warmth\": {\"level\": 0.8}}' WHERE id = '%s'".formatted(CLARA));
    page.getByLabel("Title").fill("Mine");
    button(page, "Save").click();
    assertThat(page.locator("#e-title")).hasText("Somebody else's value: Theirs");
    assertThat(page.locator("#e-personality_traits")).containsText("warmth / level: 0.8");
    page.getByLabel("Name", exactly()).fill("");
    button(page, "Save").click();
    assertThat(page.locator("#e-name")).hasText("Fill this in");
    assertThat(page.getByLabel("Title")).hasValue("Mine");
    page.getByLabel("Name", exactly()).fill("Clara");
    button(page, "Save").click();
    assertThat(page.locator(".toast")).containsText("Saved");
    assertThat(
            world.one("SELECT title FROM therapist_personalities WHERE id = '%s'".formatted(CLARA)))
        .isEqualTo("Mine");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void everyPageIsForEverybody() {
    world
        .person("Maya", "+12025550140")
        .configured("response_delay_seconds, ai_personality_id", "0, '" + CLARA + "'");
    world.run(
        "INSERT INTO therapist_personalities (name, title, description, approach,"
            + " communication_style, is_active) VALUES ('سلمى', repeat('Long', 40), 'One', 'none',"
            + " 'warm', false)");
    look(chromium.page(1400, 900, ColorScheme.LIGHT), "light");
    look(chromium.page(390, 844, ColorScheme.DARK), "phone-dark");
    look(chromium.page(1400, 900, ColorScheme.DARK), "dark");
    look(chromium.page(390, 844, ColorScheme.LIGHT), "phone-light");
    world.run("DELETE FROM therapist_personalities");
    Page empty = chromium.desktop();
    con.knocks(empty);
    empty.navigate(world.url() + "/console/personalities");
    isForEverybody(empty, "personalities", "empty");
    assertThat(chromium.complaints).isEmpty();
  }

  private void look(Page page, String how) {
    page.onDialog(Dialog::accept);
    con.knocks(page);
    String all = world.url() + "/console/personalities";
    page.navigate(all);
    isForEverybody(page, "personalities", how);
    page.navigate(all + "?q=nothing+like+it");
    isForEverybody(page, "personalities-none", how);
    page.navigate(all + "/new");
    isForEverybody(page, "personality-new", how);
    button(page, "Add personality").click();
    isForEverybody(page, "personality-wrong", how);
    page.navigate(all + "/" + CLARA);
    isForEverybody(page, "personality", how);
    page.navigate(all + "/" + CLARA + "/sandbox");
    isForEverybody(page, "sandbox-empty", how);
    // Anew: what axe leaves in a page, htmx would carry over.
    page.reload();
    say(page, "I slept badly, my exams are next week");
    assertThat(page.locator("#sandbox .bubble.out")).hasCount(1);
    say(page, "Sometimes I think everyone would be better off without me");
    assertThat(page.locator("#sandbox .notice.warn")).containsText("A concern");
    say(page, "I want to kill myself tonight");
    assertThat(page.locator("#sandbox .bubble.safety")).hasCount(1);
    isForEverybody(page, "sandbox-danger", how);
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

  private static void say(Page page, String words) {
    page.getByLabel("Your message").fill(words);
    page.getByLabel("Your message").press("Enter");
    assertThat(page.locator("#sandbox")).containsText(words);
  }

  private String traits() {
    return world.one(
        "SELECT personality_traits::text FROM therapist_personalities WHERE name = 'Luna'");
  }

  private String luna() {
    return world.one("SELECT id::text FROM therapist_personalities WHERE name = 'Luna'");
  }

  private static Page.GetByLabelOptions exactly() {
    return new Page.GetByLabelOptions().setExact(true);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
