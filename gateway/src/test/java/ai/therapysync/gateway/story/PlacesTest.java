package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.meta.MetaDouble;
import ai.therapysync.gateway.channel.meta.MetaNotes;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Someone in danger sends where they are. */
final class PlacesTest {
  private static final String NUMBER = "+12025550161";
  private static final String CRY = "I am going to kill myself tonight";
  private static final String COORDINATES = "52.51628, 13.37770";

  private final MetaDouble meta = new MetaDouble();
  private final World world = World.brisk(meta.environment());
  private final Operator ada = Operator.of(world, "ada@desk.example", "support_admin");
  private final Someone maya = world.person("Maya", NUMBER).unhurried();
  private final Contact tom = world.contact(maya, "Tom Miller", "+12025550162", "tom@x.example");
  private final Wire twilio = new Wire(world);
  private final MetaWire whatsapp = new MetaWire(world);
  private final Chromium chromium = Chromium.start();

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
    meta.close();
  }

  private int place(double latitude, double longitude) {
    Map<String, String> form = Wire.whatsapp(Wire.newId(), NUMBER, "");
    form.put("Latitude", String.valueOf(latitude));
    form.put("Longitude", String.valueOf(longitude));
    form.put("Label", "<b>The old bridge</b>");
    form.put("Address", "Riverside 1");
    return twilio.message(form).statusCode();
  }

  private void cries() {
    maya.texts(CRY);
    Await.until("an incident", () -> !maya.incident("id").equals("none"));
    tom.isPaged();
  }

  private String path() {
    return "/console/crises/" + maya.incident("id");
  }

  private long readings() {
    return Long.parseLong(
        world.one(
            "SELECT count(*) FROM gateway.audit_log WHERE action = 'read' AND resource = 'place'"));
  }

  @Test
  void rule16OperatorsSeeTheLatestAndEachReadingIsNotedOnce() {
    place(1, 2);
    world.clock.pass(Duration.ofMinutes(10));
    cries();
    Page page = chromium.desktop();
    ada.knocks(page);
    page.navigate(world.url() + path());
    assertThat(page.locator("#place")).containsText("1.00000, 2.00000");
    assertThat(page.locator("#place")).containsText("before the incident began");
    assertThat(place(52.516275, 13.377704)).isEqualTo(200);
    assertThat(page.locator("#place")).containsText(COORDINATES);
    assertThat(page.locator("#place")).containsText("<b>The old bridge</b>");
    assertThat(page.locator("#place a"))
        .hasAttribute("href", "https://www.openstreetmap.org/?mlat=52.51628&mlon=13.37770&zoom=17");
    assertThat(page.locator("section[aria-labelledby=events]"))
        .containsText("The person has sent where they are");
    assertThat(readings()).isEqualTo(2);
    assertThat(chromium.complaints).isEmpty();

    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      String seen =
          world.one(
              "SELECT id FROM gateway.inbound WHERE message_type = 'location'"
                  + " ORDER BY received_at DESC LIMIT 1");
      assertThat(wire.get(path() + "/place?seen=" + seen).statusCode()).isEqualTo(204);
      assertThat(readings()).isEqualTo(2);
    }
    Operator mo = Operator.of(world, "mo@desk.example", "moderator");
    try (ConsoleWire wire = ConsoleWire.as(world, mo)) {
      assertThat(wire.get(path()).body()).doesNotContain("52.516");
      assertThat(wire.get(path() + "/place").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void rule24ByDefaultNoContactHearsOfIt() {
    cries();
    whatsapp.posts(
        MetaNotes.messages(
            MetaNotes.message(
                MetaWire.newId(),
                NUMBER.substring(1),
                "location",
                "{\"latitude\": 52.516275, \"longitude\": 13.377704, \"name\": \"Bridge\"}")));
    tom.texts("1");
    tom.receives("not you? reply 2");
    assertThat(tom.shows()).noneMatch(text -> text.contains("52.5"));
    assertThat(world.page(link())).contains("Thank you for being there").doesNotContain("52.5");
    assertThat(
            world.one(
                "SELECT count(*) FROM gateway.inbound WHERE content LIKE '%52.5%'"
                    + " OR content LIKE '%Bridge%'"))
        .isEqualTo("0");
  }

  @Test
  void whereTheRulesPassItOnWhoeverHasItIsToldAndTheirPageHasTheLatest() {
    world.run(
        "INSERT INTO gateway.escalation_policies (user_id, place) VALUES ('"
            + maya.id
            + "', true)");
    place(1, 2);
    cries();
    assertThat(world.page(link())).doesNotContain("1.00000");
    tom.texts("1");
    assertThat(tom.receives("1.00000, 2.00000")).contains("Maya has sent where they are", link());
    place(52.516275, 13.377704);
    assertThat(world.page(link())).contains(COORDINATES, "mlat=52.51628").doesNotContain("1.00000");
    world.clock.pass(Duration.ofMinutes(3));
    place(52.6, 13.4);
    tom.receives("52.60000, 13.40000");
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      Page page = chromium.page(390, 844, colours);
      page.navigate(world.url() + link());
      assertThat(page.locator(".place")).hasText("52.60000, 13.40000");
      ConsoleTest.isForEverybody(page, "respond-place", colours.name().toLowerCase(Locale.ROOT));
    }
    tom.texts("2");
    tom.receives("asking the next person");
    assertThat(world.page(link())).doesNotContain("52.6");
  }

  private String link() {
    String page = tom.pages().getFirst();
    return page.substring(page.indexOf("/respond/"));
  }

  @Test
  void thePageIsForEverybody() {
    cries();
    place(52.516275, 13.377704);
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      look(chromium.page(1400, 900, colours), colours.name().toLowerCase(Locale.ROOT));
      look(chromium.page(390, 844, colours), "phone-" + colours.name().toLowerCase(Locale.ROOT));
    }
    assertThat(chromium.complaints).isEmpty();
  }

  private void look(Page page, String how) {
    ada.knocks(page);
    page.navigate(world.url() + path());
    assertThat(page.locator("#coordinates")).isVisible();
    ConsoleTest.isForEverybody(page, "crises-place", how);
  }
}
