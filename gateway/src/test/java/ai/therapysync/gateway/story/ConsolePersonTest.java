package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators keep of a person beside their talk: households, talks, profile, notes. */
final class ConsolePersonTest {
  private final World world = World.brisk();
  private final Operator ada = Operator.of(world, "ada@desk.example", "support_admin");
  private final Someone maya = world.person("Maya", "+12025550171").unhurried();

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void aHouseholdIsMadeFilledAndOpenedOnlyWithConsent() {
    UUID tom = Someone.account(world, "Tom");
    String mail = world.one("SELECT email FROM profiles WHERE id = '" + tom + "'");
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.desktop();
      page.onDialog(Dialog::accept);
      ada.knocks(page);
      page.navigate(at("households"));
      page.getByText("Make a household").click();
      page.getByLabel("Places").fill("many");
      button(page, "Make it").click();
      assertThat(page.locator("#e-name")).hasText("Fill this in");
      assertThat(page.locator("#e-places")).containsText("A whole number from 1 to 50");
      page.getByLabel("Name").fill("Home");
      page.getByLabel("Places").fill("2");
      button(page, "Make it").click();
      assertThat(page.locator("h2").filter(text("Home"))).isVisible();
      assertThat(page.getByText("1 of 2 places taken")).isVisible();

      page.getByLabel("Invite somebody into Home").click();
      page.getByLabel("Whom").fill("nobody@x.example");
      page.getByLabel("Moods").check();
      button(page, "Invite").click();
      assertThat(page.locator("#e-agreed")).isVisible();
      page.getByLabel("Those whose data this opens have agreed").check();
      button(page, "Invite").click();
      assertThat(page.locator("#e-who")).containsText("Nobody here has this mail address");
      page.getByLabel("Whom").fill(mail);
      button(page, "Invite").click();
      assertThat(page.locator(".toast")).containsText("They see nothing until they accept");
      assertThat(page.locator("tbody")).containsText("invited");

      page.getByLabel("Invite somebody into Home").click();
      page.getByLabel("Whom").fill(mail);
      button(page, "Invite").click();
      assertThat(page.locator("#e-who")).containsText("in it already");
      page.navigate(at("households"));
      page.getByText("Tom Vale").click();
      page.getByLabel("Moods").uncheck();
      page.getByLabel("Danger").check();
      button(page, "Save").click();
      assertThat(page.locator("#e-agreed")).isVisible();
      page.getByLabel("Those whose data this opens have agreed").check();
      button(page, "Save").click();
      assertThat(page.locator("tbody")).containsText("hears of it");
      assertThat(
              world.one(
                  "SELECT concat(can_view_mood_data, can_receive_alerts) FROM household_members"))
          .isEqualTo("ft");
      page.getByText("Tom Vale").click();
      button(page, "Remove").click();
      assertThat(page.getByText("1 of 2 places taken")).isVisible();
      assertThat(chromium.complaints).isEmpty();
    }
    assertThat(audited("household%")).isEqualTo("create,create,update,delete");
  }

  @Test
  void aFullHouseholdTakesNobodyAndWhoIsLateChangesNothing() {
    String home = household();
    UUID tom = Someone.account(world, "Tom");
    String member =
        world.one(
            "INSERT INTO household_members (household_id, user_id) VALUES ('%s', '%s') RETURNING id"
                .formatted(home, tom));
    UUID lee = Someone.account(world, "Lee");
    String members = path("households") + "/" + home + "/members";
    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      HttpResponse<String> full =
          wire.post("/console/account", members, Map.of("who", lee.toString()));
      assertThat(full.statusCode()).isEqualTo(422);
      assertThat(full.body()).contains("Every place is taken");
      String one = members + "/" + member;
      String version = version(wire.get(one).body());
      assertThat(
              wire.post(one, one, Map.of("version", version, "alerts", "true", "agreed", "true"))
                  .statusCode())
          .isEqualTo(303);
      assertThat(
              wire.post(one, one, Map.of("version", version, "moods", "true", "agreed", "true"))
                  .statusCode())
          .isEqualTo(409);
      assertThat(world.one("SELECT can_view_mood_data::text FROM household_members"))
          .isEqualTo("false");
      String house = path("households") + "/" + home;
      String stale = version(wire.get(house).body());
      assertThat(
              wire.post(house, house, Map.of("version", stale, "name", "Home", "places", "1"))
                  .statusCode())
          .isEqualTo(422);
      assertThat(
              wire.post(
                      house,
                      house,
                      Map.of("version", stale, "name", "Nest", "places", "5", "active", "true"))
                  .statusCode())
          .isEqualTo(303);
      assertThat(
              wire.post(house, house, Map.of("version", stale, "name", "Den", "places", "5"))
                  .statusCode())
          .isEqualTo(409);
      // A household is reached by its own people alone.
      assertThat(wire.get("/console/people/" + lee + "/households/" + home).statusCode())
          .isEqualTo(404);
    }
    assertThat(world.one("SELECT name FROM households")).isEqualTo("Nest");
  }

  @Test
  void theProfileIsChangedAndSoundsAsItWill() {
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.desktop();
      ada.knocks(page);
      page.navigate(at("profile"));
      page.getByLabel("Language").selectOption("de");
      button(page, "Preview").click();
      assertThat(page.locator("#preview .bubble.in")).containsText("Ich schlafe schlecht");
      page.getByLabel("Name").fill(" ");
      button(page, "Save").click();
      assertThat(page.locator("#e-name")).hasText("Fill this in");
      page.getByLabel("Name").fill("Maya Valé");
      world.run("UPDATE profiles SET preferred_currency = 'EUR' WHERE id = '" + maya.id + "'");
      button(page, "Save").click();
      assertThat(page.locator("#e-preferred_currency")).hasText("Somebody else's value: EUR");
      page.getByLabel("Currency").fill("EUR");
      button(page, "Save").click();
      assertThat(page.locator("h1")).hasText("Maya Valé");
      assertThat(chromium.complaints).isEmpty();
    }
    assertThat(
            world.one(
                "SELECT preferred_language || preferred_currency FROM profiles WHERE id = '"
                    + maya.id
                    + "'"))
        .isEqualTo("deEUR");
  }

  @Test
  void talksLeadToTheirPlaceInTheConversationAndReadingThemIsWrittenDown() {
    maya.texts("my dog ran away");
    maya.receives(1);
    world.run(
        """
        UPDATE therapy_sessions SET mood_before = 3, mood_after = 6, end_time = start_time + interval '9 minutes',
          session_notes = 'Grief for a dog', ai_insights = '{"summary": {"themes": ["loss"], "what_helped": ["a walk"]}}',
          crisis_flags = '{"highest": "concern"}'
        """);
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.desktop();
      ada.knocks(page);
      page.navigate(at("sessions"));
      assertThat(page.locator("tbody")).containsText("9 min");
      assertThat(page.locator("tbody")).containsText("3 → 6");
      page.locator("summary").click();
      assertThat(page.locator("tbody")).containsText("Grief for a dog");
      page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Read this talk")).click();
      assertThat(page.locator(".bubble.in")).hasText("my dog ran away");
      assertThat(chromium.complaints).isEmpty();
    }
    assertThat(audited("therapy_sessions")).isEqualTo("read");
  }

  @Test
  void notesAreForColleaguesSealedAndStayOnceTheirHourIsOver() {
    Operator mo = Operator.of(world, "mo@desk.example", "moderator");
    try (Chromium chromium = Chromium.start();
        ConsoleWire moderator = ConsoleWire.as(world, mo)) {
      Page page = chromium.desktop();
      page.onDialog(Dialog::accept);
      ada.knocks(page);
      page.navigate(at("notes"));
      button(page, "Note it").click();
      assertThat(page.locator("#e-note")).hasText("Fill this in");
      page.getByLabel("A note").fill("Call her May, never Maya");
      button(page, "Note it").click();
      assertThat(page.locator(".notes")).containsText("Call her May");
      page.navigate(world.url() + "/console/conversations/" + maya.id);
      page.getByLabel("A note").fill("Wrong person");
      button(page, "Note it").click();
      assertThat(page.locator(".notes")).containsText("Wrong person");
      page.locator(".notes li").first().getByText("Withdraw").click();
      assertThat(page.locator(".notes")).not().containsText("Wrong person");
      assertThat(world.one("SELECT string_agg(left(content, 10), ',') FROM gateway.operator_notes"))
          .isEqualTo("sealed:v1:");

      String talk = "/console/conversations/" + maya.id;
      assertThat(moderator.get(talk).body())
          .contains("Call her May", "Withdrawn")
          .doesNotContain("Note it");
      assertThat(
              moderator.post("/console/account", path("notes"), Map.of("note", "x")).statusCode())
          .isIn(403, 404);
      String kept = world.one("SELECT id FROM gateway.operator_notes WHERE content IS NOT NULL");
      assertThat(
              moderator
                  .post("/console/account", path("notes") + "/" + kept + "/withdraw", Map.of())
                  .statusCode())
          .isIn(403, 404);
      world.clock.pass(Duration.ofMinutes(61));
      try (ConsoleWire late = ConsoleWire.as(world, ada)) {
        assertThat(late.get(talk).body()).doesNotContain(">Withdraw<");
        assertThat(
                late.post("/console/account", path("notes") + "/" + kept + "/withdraw", Map.of())
                    .statusCode())
            .isEqualTo(403);
      }
      assertThat(chromium.complaints).isEmpty();
    }
    assertThat(audited("operator_notes")).contains("create", "read", "withdraw");
  }

  @Test
  void whoIsNotedReadsItInTheirArchiveAndNowhereElse() {
    world.run(
        "INSERT INTO user_roles (user_id, role) VALUES ('%s', 'support_admin')".formatted(maya.id));
    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      assertThat(wire.post(path("notes"), path("notes"), Map.of("note", "Likes tea")).statusCode())
          .isEqualTo(303);
    }
    Operator herself =
        Operator.of(
            world,
            world.one("SELECT email FROM profiles WHERE id = '" + maya.id + "'"),
            "support_admin");
    try (ConsoleWire wire = ConsoleWire.as(world, herself)) {
      assertThat(wire.get(path("notes")).body()).doesNotContain("Likes tea");
      assertThat(wire.post("/console/account", path("notes"), Map.of("note", "x")).statusCode())
          .isEqualTo(403);
      assertThat(wire.get("/console/conversations/" + maya.id).body()).doesNotContain("Likes tea");
    }
  }

  @Test
  void everyTabIsForEverybody() {
    try (Chromium chromium = Chromium.start()) {
      look(chromium.page(1400, 900, ColorScheme.LIGHT), "empty", false);
      fill();
      for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        look(chromium.page(1400, 900, colours), colours.name().toLowerCase(Locale.ROOT), true);
      }
      look(chromium.page(390, 844, ColorScheme.LIGHT), "phone", true);
      assertThat(chromium.complaints).isEmpty();
    }
  }

  private void look(Page page, String how, boolean full) {
    ada.knocks(page);
    for (String tab : List.of("profile", "households", "households/new", "sessions", "notes")) {
      page.navigate(at(tab));
      ConsoleTest.isForEverybody(page, "person-" + tab.replace('/', '-'), how);
    }
    if (full) {
      page.getByText("Note it");
      page.navigate(at("households"));
      page.getByText("Tom Vale").click();
      ConsoleTest.isForEverybody(page, "person-member", how);
      page.navigate(world.url() + "/console/conversations/" + maya.id);
      ConsoleTest.isForEverybody(page, "conversation-notes", how);
    }
  }

  private void fill() {
    maya.texts("my dog ran away");
    maya.receives(1);
    String home = household();
    UUID tom = Someone.account(world, "Tom");
    world.run(
        """
        INSERT INTO household_members (household_id, user_id, can_receive_alerts, can_view_progress, invitation_status)
        VALUES ('%1$s', '%2$s', true, true, 'accepted');
        INSERT INTO household_members (household_id, user_id) SELECT '%1$s', id FROM profiles WHERE name LIKE 'ada%%';
        INSERT INTO family_alerts (household_id, member_user_id, alert_type, severity, title, description)
        VALUES ('%1$s', '%3$s', 'crisis', 'critical', 'Maya needs you', 'x');
        UPDATE therapy_sessions SET mood_before = 3, mood_after = 6, end_time = start_time + interval '9 minutes',
          session_notes = 'Grief for a dog', ai_insights = '{"summary": {"themes": ["loss"], "what_helped": ["a walk"]}}',
          crisis_flags = '{"highest": "concern"}';
        INSERT INTO therapy_sessions (user_id, start_time, end_time) SELECT '%3$s', now() - n * interval '1 day',
          now() - n * interval '1 day' + interval '20 minutes' FROM generate_series(1, 40) n
        """
            .formatted(home, tom, maya.id));
    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      wire.post(
          path("notes"),
          path("notes"),
          Map.of("note", "Call her May.\n\nShe works at night, so write after noon."));
      wire.post(path("notes"), path("notes"), Map.of("note", "تفضل أن نكتب لها بالعربية"));
    }
  }

  /** Of two places. */
  private String household() {
    return world.one(
        "INSERT INTO households (name, primary_account_holder_id, max_members) VALUES ('Home', '%s', 2) RETURNING id"
            .formatted(maya.id));
  }

  private String audited(String resource) {
    return world.one(
        "SELECT string_agg(action, ',' ORDER BY number) FROM gateway.audit_log WHERE resource LIKE '"
            + resource
            + "'");
  }

  private String at(String tab) {
    return world.url() + path(tab);
  }

  private String path(String tab) {
    return "/console/people/" + maya.id + "/" + tab;
  }

  private static String version(String page) {
    Matcher matcher = Pattern.compile("name=\"version\" value=\"([^\"]+)\"").matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("No version on the page");
    }
    return matcher.group(1);
  }

  private static Locator.FilterOptions text(String words) {
    return new Locator.FilterOptions().setHasText(words);
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
