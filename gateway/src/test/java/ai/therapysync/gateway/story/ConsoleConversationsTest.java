package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  void whatIsWrittenMeanwhileShowsByItselfWithoutLosingWhatIsTyped() {
    maya.texts("my dog ran away");
    maya.receives(1);
    Page page = chromium.desktop();
    ada.knocks(page);
    page.navigate(world.url() + path);
    page.getByLabel("Your words").fill("Half a sentence that");
    assertThat(page.getByText("20 characters, one text message")).isVisible();
    maya.texts("he is back!");
    assertThat(page.locator(".bubble.in").last()).hasText("he is back!");
    maya.receives(2);
    assertThat(page.locator(".bubble")).hasCount(4);
    assertThat(page.getByLabel("Your words")).hasValue("Half a sentence that");
    assertThat(page.locator("#talk")).not().hasAttribute("aria-busy", "true");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void whoOnlyLooksOnReadsNothingTwice() {
    maya.texts("my dog ran away");
    maya.receives(1);
    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      String seen = seen(wire.get(path).body());
      String reads = "SELECT count(*) FROM gateway.audit_log WHERE action = 'read'";
      String before = world.one(reads);
      world.run("UPDATE public.whatsapp_messages SET delivery_status = 'sent'");
      HttpResponse<String> fates = wire.get(path + "/news?seen=" + seen);
      assertThat(fates.body()).contains("· sent").doesNotContain("dog");
      seen = seen(fates.body());
      assertThat(wire.get(path + "/news?seen=" + seen).statusCode()).isEqualTo(204);
      assertThat(world.one(reads)).isEqualTo(before);

      maya.texts("he is back!");
      assertThat(wire.get(path + "/news?seen=" + seen).body()).contains("he is back!");
      assertThat(world.one(reads)).isNotEqualTo(before);
    }
  }

  @Test
  void conversationsAreFoundByWhoHoldsThemAndByWhoseTheyAre() {
    Someone otto = world.person("Otto", "+12025550172").unhurried();
    Someone zoe = world.person("Zoe", "+12025550173").unhurried();
    for (Someone one : new Someone[] {maya, otto, zoe}) {
      one.texts("hello");
      one.receives(1);
    }
    zoe.texts("can I talk to a human?");
    zoe.receives(2);
    String list = "/console/conversations";
    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      wire.post(path, path + "/take", Map.of());
      assertThat(wire.get(list).body()).contains("Maya Vale", "Otto Vale", "Zoe Vale");
      assertThat(wire.get(list + "?which=mine").body())
          .contains("Maya Vale")
          .doesNotContain("Otto Vale", "Zoe Vale");
      assertThat(wire.get(list + "?which=awaited").body())
          .contains("Zoe Vale")
          .doesNotContain("Otto Vale", "Maya Vale");
      assertThat(wire.get(list + "?q=ott").body()).contains("Otto Vale").doesNotContain("Zoe Vale");
      assertThat(wire.get(list + "?q=5550173").body())
          .contains("Zoe Vale")
          .doesNotContain("Otto Vale");
      assertThat(wire.get(list + "?which=mine&q=zoe").body()).contains("Nobody found");
      maya.texts("are you there?");
      assertThat(wire.get(list + "?which=mine").body()).contains("waits for you");
    }
  }

  @Test
  void theListGoesOnAsFarAsPeopleHaveWritten() {
    maya.texts("hello");
    maya.receives(1);
    world.run(
        """
        DO $$ DECLARE person UUID; number UUID; BEGIN
        FOR i IN 1..120 LOOP
          INSERT INTO auth.users (email) VALUES ('w' || i || '@x.example') RETURNING id INTO person;
          INSERT INTO public.profiles (id, email, name)
            VALUES (person, 'w' || i || '@x.example', 'Writer ' || i);
          INSERT INTO public.whatsapp_integrations (user_id, phone_number)
            VALUES (person, '+1202556' || lpad(i::text, 4, '0')) RETURNING id INTO number;
          INSERT INTO public.whatsapp_messages (integration_id, user_id, sender_type, content, timestamp)
            SELECT number, person, 'user', 'hello', TIMESTAMPTZ '2026-01-01 00:00Z' + k * interval '1 s'
            FROM generate_series(1, 3) k;
        END LOOP; END $$
        """);
    Set<String> met = new HashSet<>();
    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      String next = "/console/conversations";
      for (int pages = 0; !next.isEmpty(); pages++) {
        assertThat(pages).isLessThan(4);
        String body = wire.get(next).body();
        Matcher rows = Pattern.compile("row-link\" dir=\"auto\" href=\"([^\"]+)\"").matcher(body);
        while (rows.find()) {
          assertThat(met.add(rows.group(1))).isTrue();
        }
        Matcher older = Pattern.compile("href=\"([^\"]+)\" rel=\"next\"").matcher(body);
        next = older.find() ? older.group(1).replace("&amp;", "&") : "";
      }
    }
    assertThat(met).hasSize(121);
  }

  private static String seen(String page) {
    Matcher state = Pattern.compile("id=\"seen\" name=\"seen\" value=\"([^\"]+)\"").matcher(page);
    assertThat(state.find()).isTrue();
    return state.group(1);
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
          .doesNotContain("Take over", "Your words", "Maya Vale");
      assertThat(moderator.get("/console/conversations").body())
          .contains("Person <span class=\"mono\">" + maya.id.toString().substring(0, 8))
          .doesNotContain("Maya", "Name, address, number");
      assertThat(moderator.get("/console/conversations?q=maya").body()).contains("Nobody found");
      for (String doing : new String[] {"/take", "/give-back", "/messages", "/length"}) {
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
