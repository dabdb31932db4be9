package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

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

/** Operators work on emergencies at the console, in a real browser. */
final class ConsoleCrisesTest {
  private static final String CRY = "I am going to kill myself tonight";

  private final World world = World.brisk();
  private final Operator ada = Operator.of(world, "ada@desk.example", "support_admin");
  private final Someone maya = world.person("Maya", "+12025550161").unhurried();
  private final Chromium chromium = Chromium.start();

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
  }

  private String cries() {
    maya.texts(CRY);
    Await.until("an incident", () -> !maya.incident("id").equals("none"));
    return "/console/crises/" + maya.incident("id");
  }

  private Page opens(Operator operator, String path) {
    Page page = chromium.desktop();
    operator.knocks(page);
    page.navigate(world.url() + path);
    return page;
  }

  @Test
  void theMailsAddressLeadsToTheIncidentWhichIsTakenAndEnded() {
    Contact tom = world.contact(maya, "Tom Miller", "+12025550162", "tom@x.example");
    cries();
    tom.isPaged();
    Page page = opens(ada, "/console/incidents/" + maya.incident("id"));

    assertThat(heading(page)).hasText("Maya Vale");
    assertThat(page.locator(".said")).hasText(CRY);
    assertThat(section(page, "signs")).containsText("Signs of suicide");
    assertThat(page.locator("a[href='tel:+12025550162']")).isVisible();
    assertThat(section(page, "ladder")).containsText("SMS: delivered, receipt");
    assertThat(page.locator("#countdown")).containsText("in ");

    button(page, "I have it").click();
    assertThat(page.locator(".toast")).containsText("You have it");
    assertThat(page.locator("#standing")).hasText("You have it.");
    assertThat(button(page, "I have it")).hasCount(0);
    tom.receives("is with");
    assertThat(tom.shows()).anyMatch(text -> text.contains("is with"));
    page.onDialog(Dialog::accept);
    button(page, "It is over").click();
    assertThat(page.getByText("Fill this in")).isVisible();
    page.getByLabel("What became of it").fill("Reached her; her sister is there.");
    button(page, "It is over").click();
    assertThat(page.locator("#standing")).hasText("It is over.");
    assertThat(page.getByText("Reached her; her sister is there.")).isVisible();
    assertThat(button(page, "It is over")).hasCount(0);

    page.navigate(world.url() + "/console/crises");
    assertThat(section(page, "open")).containsText("No open incident");
    assertThat(section(page, "over")).containsText("Maya Vale");
    assertThat(section(page, "over")).containsText("ada");
    assertThat(
            world.one(
                "SELECT string_agg(DISTINCT action || ' ' || resource, ', ') FROM gateway.audit_log"
                    + " WHERE user_id = '"
                    + maya.id
                    + "'"))
        .contains(
            "acknowledge crisis_interventions",
            "resolve crisis_interventions",
            "read whatsapp_messages");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void anAnswerShowsByItselfAndWhatIsBeingTypedStays() {
    Contact tom = world.contact(maya, "Tom Miller", "+12025550162", "");
    String path = cries();
    tom.isPaged();
    Page page = opens(ada, path);
    assertThat(page.locator("[data-connection-words]")).hasText("Live");
    page.getByLabel("What became of it").fill("half a sentence");
    tom.texts("1");
    assertThat(page.locator("#standing")).hasText("Tom has it.");
    assertThat(section(page, "ladder")).containsText("answered yes");
    assertThat(page.getByLabel("What became of it")).hasValue("half a sentence");
    assertThat(page.locator(".said")).hasText(CRY);
    assertThat(
            world.one(
                "SELECT count(*) FROM gateway.audit_log WHERE action = 'read'"
                    + " AND resource = 'whatsapp_messages'"))
        .as("reading once is one line, however often the page refreshes itself")
        .isEqualTo("1");
  }

  @Test
  void whoActsOnWhatAnotherHasTakenIsShownWhatChanged() {
    String path = cries();
    Operator ben = Operator.of(world, "ben@desk.example", "admin");
    try (ConsoleWire his = ConsoleWire.as(world, ben);
        ConsoleWire hers = ConsoleWire.as(world, ada)) {
      Map<String, String> typed = Map.of("version", "open", "outcome", "All is well");
      assertThat(his.post(path, path + "/acknowledge", Map.of("version", "open")).statusCode())
          .isEqualTo(303);
      var late = hers.post(path, path + "/resolve", typed);
      assertThat(late.statusCode()).isEqualTo(422);
      assertThat(late.body())
          .contains("Nothing was done", "ben", "has it", ">All is well</textarea>");
      assertThat(maya.incident("status")).isEqualTo("acknowledged");
      assertThat(hers.post(path, path + "/acknowledge", Map.of("version", "open")).statusCode())
          .isEqualTo(422);
    }
  }

  @Test
  void aModeratorSeesButDoesNotActAndOthersSeeNothing() {
    world.contact(maya, "Tom Miller", "+12025550162", "");
    String path = cries();
    Operator mo = Operator.of(world, "mo@desk.example", "moderator");
    Operator con = Operator.of(world, "con@desk.example", "content_admin");
    Page page = opens(mo, path);
    assertThat(page.locator(".said")).hasText(CRY);
    assertThat(page.getByText("You can see this, but not act on it.")).isVisible();
    assertThat(button(page, "I have it")).hasCount(0);
    assertThat(button(page, "It is over")).hasCount(0);
    assertThat(page.content()).doesNotContain("2025550162");
    try (ConsoleWire moderator = ConsoleWire.as(world, mo);
        ConsoleWire other = ConsoleWire.as(world, con)) {
      for (String doing : List.of("/acknowledge", "/resolve")) {
        assertThat(
                moderator
                    .post(
                        "/console/account", path + doing, Map.of("version", "open", "outcome", "x"))
                    .statusCode())
            .isEqualTo(403);
      }
      assertThat(other.get(path).statusCode()).isEqualTo(404);
      assertThat(other.get("/console/crises").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whereSomeoneCloseIsTheDangerTheOthersNumbersAreWithheldWithTheReason() {
    world.contact(maya, "Tom Miller", "+12025550162", "");
    Contact ana = world.contact(maya, "Ana Safe", "+12025550163", "");
    Contact lee = world.contact(maya, "Lee Silent", "+12025550164", "");
    world.run("UPDATE emergency_contacts SET safe_for_abuse = true WHERE id = '" + ana.id + "'");
    world.run("UPDATE emergency_contacts SET must_not_be_told = true WHERE id = '" + lee.id + "'");
    maya.texts("My husband is beating me right now, I am going to kill myself tonight");
    Await.until("an incident", () -> !maya.incident("id").equals("none"));
    Page page = opens(ada, "/console/crises/" + maya.incident("id"));
    assertThat(page.getByText("Someone close may be the danger.")).isVisible();
    assertThat(section(page, "calls")).containsText("this contact isn't marked as safe");
    assertThat(section(page, "calls")).containsText("Must not be told");
    assertThat(page.locator("a[href='tel:+12025550163']")).isVisible();
    assertThat(page.content()).doesNotContain("2025550162").doesNotContain("2025550164");
    Chromium.picture(page, "crises-close-danger");
  }

  @Test
  void theyAreForEverybody() {
    world.contact(maya, "Tom Miller", "+12025550162", "tom@x.example");
    world.contact(
        maya,
        "عبد الرحمن بن عبد العزيز آل سعود",
        "+12025550163",
        "a-very-long-address-of-a-contact@x.example");
    Someone omar =
        world.person("Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh", "+12025550165");
    String path = cries();
    omar.texts(CRY);
    omar.incidentIs("unanswered");
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      look(chromium.page(1360, 900, colours), path, colours.name().toLowerCase(Locale.ROOT));
    }
    look(chromium.page(390, 844, ColorScheme.LIGHT), path, "phone");
    assertThat(chromium.complaints).isEmpty();
  }

  private void look(Page page, String path, String how) {
    ada.knocks(page);
    page.navigate(world.url() + "/console/crises");
    ConsoleTest.isForEverybody(page, "crises", how);
    page.navigate(world.url() + "/console/crises?status=pending");
    ConsoleTest.isForEverybody(page, "crises-empty", how);
    page.navigate(world.url() + path);
    ConsoleTest.isForEverybody(page, "crises-one", how);
  }

  private static Locator section(Page page, String heading) {
    return page.locator("section[aria-labelledby=" + heading + "]");
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private static Locator heading(Page page) {
    return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
  }
}
