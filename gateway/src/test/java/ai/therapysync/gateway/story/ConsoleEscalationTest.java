package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operators read and change the ladder's rules, and see what these do before they hold. */
final class ConsoleEscalationTest {
  private static final String PATH = "/console/escalation";
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

  private final World world = World.brisk();
  private final Operator ada = Operator.of(world, "ada@desk.example", "admin");
  private final Someone maya = world.person("Maya", "+12025550171");

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void theDrawingFollowsWhatIsTypedAndTheLadderFollowsTheDrawing() {
    Contact tom = world.contact(maya, "Tom", "+12025550172", "");
    Contact ana = world.contact(maya, "Ana", "+12025550173", "ana@example.org");
    try (Chromium chromium = Chromium.start()) {
      Page page = chromium.desktop();
      ada.knocks(page);
      page.navigate(world.url() + PATH);
      assertThat(page.locator("#plan"))
          .containsText("Contact 1 is asked to come, by SMS and mail.");
      assertThat(moment(page, "05:00")).containsText("Contact 2 is asked to come");
      page.getByLabel("Time to answer").fill("3 min");
      assertThat(moment(page, "03:00")).containsText("Contact 2 is asked to come");
      page.getByLabel("Rounds").fill("1");
      assertThat(page.locator("[data-risk]")).containsText("is not asked again");
      assertThat(moment(page, "06:00")).containsText("Operators are alarmed: nobody has it.");
      page.getByLabel("Time to answer").fill("3");
      assertThat(page.locator("#plan")).containsText("Some fields need another look");
      button(page, "Save").click();
      assertThat(page.locator("#e-ack_timeout")).containsText("From 10 s to 1 day");
      assertThat(page.getByLabel("Rounds")).hasValue("1");
      page.getByLabel("Time to answer").fill("3 min");
      button(page, "Save").click();
      assertThat(page.locator(".toast")).containsText("Saved");
      assertThat(page.getByLabel("Time to answer")).hasValue("3 min");

      page.navigate(world.url() + "/console/people/" + maya.id + "/emergencies");
      assertThat(page.locator("#plan")).containsText("Tom is asked to come, by SMS.");
      assertThat(moment(page, "03:00")).containsText("Ana is asked to come, by SMS and mail.");
      page.getByLabel("Time to answer").fill("2 min");
      button(page, "Save").click();
      assertThat(moment(page, "02:00")).containsText("Ana is asked to come");
      page.navigate(world.url() + PATH);
      assertThat(page.locator("#others")).containsText("Time to answer: 2 min");
      assertThat(chromium.complaints).isEmpty();
    }
    maya.texts("I want to kill myself");
    tom.isPaged();
    world.clock.pass(Duration.ofSeconds(110));
    assertThat(ana.pages()).isEmpty();
    world.clock.pass(Duration.ofSeconds(10));
    ana.isPaged();
    world.clock.pass(Duration.ofMinutes(2));
    maya.incidentIs("unanswered");
    assertThat(
            world.one(
                "SELECT string_agg(array_to_string(fields, ', '), ' | ' ORDER BY number)"
                    + " FROM gateway.audit_log WHERE resource = 'escalation_policies'"))
        .isEqualTo("ack_timeout usual → PT3M, rounds usual → 1 | ack_timeout usual → PT2M");
  }

  @Test
  void whoSavesSecondIsToldWhatDiffersAndNobodyElsesWorkIsLost() {
    try (ConsoleWire first = ConsoleWire.as(world, ada);
        ConsoleWire second = ConsoleWire.as(world, ada)) {
      Map<String, String> mine = typed(version(first, PATH), "rounds", "2");
      Map<String, String> theirs = typed(version(second, PATH), "rounds", "5");
      assertThat(first.post(PATH, PATH, mine).statusCode()).isEqualTo(303);
      HttpResponse<String> late = second.post(PATH, PATH, theirs);
      assertThat(late.statusCode()).isEqualTo(409);
      assertThat(late.body()).contains("Somebody else's value: 2", "value=\"5\"");
      assertThat(rounds()).isEqualTo("2");
      assertThat(second.post(PATH, PATH, typed(found(late.body()), "rounds", "5")).statusCode())
          .isEqualTo(303);
      assertThat(rounds()).isEqualTo("5");
    }
  }

  @Test
  void everyRuleHasItsLimitsBesideItsField() {
    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      Map<String, String> bad = new HashMap<>();
      for (String rule :
          new String[] {
            "ack_timeout",
            "rounds",
            "ask_reached_after",
            "receipt_within",
            "operator_reminder",
            "pages_from",
            "by_sms",
            "by_mail",
            "family",
            "first_name",
            "check_in_after",
            "check_ins",
            "quiet"
          }) {
        bad.put(rule, "999999 purple");
      }
      bad.put("version", version(wire, PATH));
      HttpResponse<String> answer = wire.post(PATH, PATH, bad);
      assertThat(answer.statusCode()).isEqualTo(422);
      bad.keySet().stream()
          .filter(rule -> !rule.equals("version"))
          .forEach(rule -> assertThat(answer.body()).contains("id=\"e-" + rule + "\""));
      Map<String, String> mute = typed(version(wire, PATH), "by_sms", "off");
      mute.put("by_mail", "off");
      assertThat(wire.post(PATH, PATH, mute).body())
          .contains("id=\"e-by_mail\"", "One of the two ways stays on");
      // Without a script the drawing comes with the whole page.
      assertThat(
              wire.post(PATH, PATH + "/plan", typed(version(wire, PATH), "ack_timeout", "7 min"))
                  .body())
          .contains("<h1>", "07:00", "value=\"7 min\"");
    }
    assertThat(world.one("SELECT count(*) FROM gateway.escalation_policies")).isEqualTo("0");
  }

  @Test
  void theRulesForAllAreForWhoRunsTheHouseThoseOfOneForWhoChangesPeople() {
    String own = "/console/people/" + maya.id + "/emergencies";
    Operator sue = Operator.of(world, "sue@desk.example", "support_admin");
    Operator mo = Operator.of(world, "mo@desk.example", "moderator");
    try (ConsoleWire support = ConsoleWire.as(world, sue);
        ConsoleWire moderator = ConsoleWire.as(world, mo)) {
      assertThat(support.get(PATH).statusCode()).isEqualTo(404);
      assertThat(support.post("/console/account", PATH, Map.of("rounds", "2")).statusCode())
          .isIn(403, 404);
      assertThat(moderator.get(own).statusCode()).isEqualTo(404);
      assertThat(support.post(own, own, typed(version(support, own), "family", "off")).statusCode())
          .isEqualTo(303);
      assertThat(
              world.one(
                  "SELECT family::text FROM gateway.escalation_policies WHERE user_id = '"
                      + maya.id
                      + "'"))
          .isEqualTo("false");
      assertThat(support.get(own).body()).contains("<span class=\"badge info\">own</span>");
      assertThat(support.post(own, own, typed(version(support, own), "family", "")).statusCode())
          .isEqualTo(303);
    }
    assertThat(world.one("SELECT count(*) FROM gateway.escalation_policies")).isEqualTo("0");
  }

  @Test
  void theyAreForEverybody() {
    try (Chromium chromium = Chromium.start()) {
      look(chromium.page(1400, 900, ColorScheme.LIGHT), "empty");
      world.contact(maya, "توم", "+12025550172", "");
      world.run(
          """
          INSERT INTO gateway.escalation_policies (user_id, ack_timeout, pages_from)
          VALUES ('%s', '20 minutes', 'imminent');
          INSERT INTO gateway.escalation_policies (rounds, by_sms) VALUES (9, false);
          INSERT INTO auth.users (id, email) SELECT md5('a' || n)::uuid, n || '@x.example'
            FROM generate_series(1, 30) n;
          INSERT INTO profiles (id, email, name) SELECT md5('a' || n)::uuid, n || '@x.example',
            'Person ' || n FROM generate_series(1, 30) n;
          INSERT INTO gateway.escalation_policies (user_id, rounds, updated_at)
            SELECT md5('a' || n)::uuid, 2, now() - n * interval '1 hour' FROM generate_series(1, 30) n
          """
              .formatted(maya.id));
      for (ColorScheme colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
        look(chromium.page(1400, 900, colours), "full-" + colours.name().toLowerCase(Locale.ROOT));
      }
      look(chromium.page(390, 844, ColorScheme.DARK), "phone");
      assertThat(chromium.complaints).isEmpty();
    }
  }

  private void look(Page page, String how) {
    ada.knocks(page);
    page.navigate(world.url() + PATH);
    ConsoleTest.isForEverybody(page, "escalation", how);
    page.navigate(world.url() + "/console/people/" + maya.id + "/emergencies");
    ConsoleTest.isForEverybody(page, "emergencies", how);
  }

  private String rounds() {
    return world.one("SELECT rounds FROM gateway.escalation_policies WHERE user_id IS NULL");
  }

  private static Map<String, String> typed(String version, String rule, String value) {
    return new HashMap<>(Map.of("version", version, rule, value));
  }

  private static String version(ConsoleWire wire, String page) {
    return found(wire.get(page).body());
  }

  private static String found(String page) {
    Matcher matcher = VERSION.matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("No version on the page");
    }
    return matcher.group(1).replace("&#34;", "\"");
  }

  /** What the first course does at a time. */
  private static Locator moment(Page page, String at) {
    return page.locator("#plan .plan")
        .first()
        .locator("li")
        .filter(
            new Locator.FilterOptions()
                .setHas(page.locator(".plan-at", new Page.LocatorOptions().setHasText(at))))
        .first();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }
}
