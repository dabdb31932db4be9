package ai.therapysync.gateway.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.channel.meta.MetaDouble;
import ai.therapysync.gateway.channel.meta.MetaNotes;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Administrators see how each channel does, and try it. */
class ConsoleChannelsTest {
  private static final String PATH = "/console/channels";
  private static final String OWN = "+12025550199";
  private static final Map<String, String> EVERYTHING =
      Map.of(
          "LLM_PROVIDER", "ollama",
          "LLM_MODEL", "a-model",
          "LLM_BASE_URL", "http://localhost:9",
          "OPERATOR_WEBHOOK_URL", "https://alerts.example/in/secret-path",
          "OPERATOR_WEBHOOK_SECRET", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
          "META_APP_SECRET", "meta-secret",
          "META_VERIFY_TOKEN", "meta-verify",
          "META_ACCESS_TOKEN", "meta-access",
          "META_PHONE_NUMBER_ID", "12345");

  private final FakeTwilio twilio = new FakeTwilio();
  private World world;
  private Operator ada;
  private Chromium chromium;

  @BeforeEach
  void open() {
    Map<String, String> environment = new HashMap<>(EVERYTHING);
    environment.putAll(twilio.environment());
    world = World.brisk(environment);
    ada = Operator.of(world, "ada@desk.example", "admin");
    chromium = Chromium.start();
  }

  @AfterEach
  void stop() {
    chromium.close();
    world.close();
    twilio.close();
  }

  @Test
  void aTestMessageGoesOutAndItsFateShows() {
    String id = Wire.newId();
    twilio.answers(FakeTwilio.taken(id));
    Page page = chromium.desktop();
    ada.knocks(page);
    page.navigate(world.url() + PATH);
    assertThat(card(page, "SMS by Twilio")).containsText("Nothing has been sent yet");
    tries(page, "SMS by Twilio", "12");
    assertThat(page.locator("#e-to")).containsText("Not a phone number");
    assertThat(page.locator("#f-to")).hasValue("12");
    tries(page, "E-mail", "nobody");
    assertThat(page.locator("#e-to")).containsText("Not a mail address");
    assertThat(page.locator("#f-channel")).hasValue("email");

    tries(page, "SMS by Twilio", OWN);
    assertThat(page.locator(".toast")).containsText("on its way");
    Await.until("a test message", () -> twilio.handed().size() == 1);
    assertThat(twilio.handed().getFirst())
        .containsEntry("To", OWN)
        .hasEntrySatisfying("Body", body -> assertThat(body).contains("Nobody is in danger"));
    new Wire(world).status(id, "delivered");
    page.navigate(world.url() + PATH);
    assertThat(page.locator("tbody")).containsText("Arrived.");
    assertThat(page.locator("tbody")).containsText("+120…199");
    assertThat(page.locator("body")).not().containsText(OWN);
    assertThat(card(page, "SMS by Twilio")).containsText("1 taken, 0 failed, 1 delivered (100 %)");

    tries(page, "E-mail", "ada@home.example");
    Await.until("a mail", () -> world.simulation.mail().mailsTo("ada@home.example").size() == 1);
    assertThat(
            world.one(
                "SELECT string_agg(fields[1], ' ' ORDER BY number) FROM gateway.audit_log"
                    + " WHERE action = 'test' AND resource = 'channels'"))
        .isEqualTo("sms email");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void whatFailsIsToldInWordsAndWhatIsDeadInRed() {
    twilio.answers(FakeTwilio.refused(400, 21408));
    Page page = chromium.desktop();
    ada.knocks(page);
    page.navigate(world.url() + PATH);
    assertThat(page.locator("[data-connection-words]")).hasText("Live");
    tries(page, "SMS by Twilio", OWN);
    Await.until(
        "a failure",
        () ->
            world
                .one("SELECT count(*) FROM gateway.deliveries WHERE status = 'failed'")
                .equals("1"));
    page.navigate(world.url() + PATH);
    assertThat(card(page, "SMS by Twilio")).containsText("Allow it under Geo permissions");
    assertThat(page.getByText("Error 21408")).isVisible();

    waits("sms", "5 minutes");
    world.run(
        "INSERT INTO gateway.watch_alarms (reason, subject, first_at, last_at, alarmed_at)"
            + " VALUES ('provider_down', 'twilio', now(), now(), now())");
    assertThat(card(page, "SMS by Twilio").locator(".badge.danger")).containsText("down");
    assertThat(card(page, "SMS by Twilio")).containsText("What to do");
    assertThat(card(page, "WhatsApp by Twilio").locator(".badge.danger")).containsText("down");
    assertThat(card(page, "E-mail").locator(".badge.ok")).containsText("ready");
    assertThat(chromium.complaints).isEmpty();
  }

  @Test
  void eachOfTwoThatCarryWhatsappIsTriedAndToldByItself() {
    try (MetaDouble meta = new MetaDouble();
        World two = World.brisk(meta.environment())) {
      Operator ann = Operator.of(two, "ann@desk.example", "admin");
      Page page = chromium.desktop();
      ann.knocks(page);
      page.navigate(two.url() + PATH);
      page.locator("#f-channel").selectOption("meta");
      page.locator("#f-to").fill(OWN);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send").setExact(true))
          .click();
      assertThat(page.locator(".toast")).containsText("on its way");
      Await.until("a test message", () -> meta.calls().size() == 1);
      String ours = meta.calls().getFirst().ours();
      new MetaWire(two).posts(MetaNotes.statuses(MetaNotes.failed(meta.id(1), 131047, ours)));
      page.navigate(two.url() + PATH);
      assertThat(card(page, "WhatsApp Cloud by Meta")).containsText("1 taken, 1 failed");
      assertThat(card(page, "WhatsApp Cloud by Meta")).containsText("must write first");
      assertThat(card(page, "WhatsApp by Twilio")).containsText("Nothing has been sent yet");
      ConsoleTest.isForEverybody(page, "channels", "two");
    }
  }

  @Test
  void aChannelIsSwitchedOffForEverybodyAndOnAgain() {
    Page page = chromium.desktop();
    ada.knocks(page);
    page.navigate(world.url() + PATH);
    page.onDialog(Dialog::accept);
    card(page, "WhatsApp by Twilio").getByText("Switch off").click();
    assertThat(page.locator(".toast")).containsText("switched off for everybody");
    assertThat(card(page, "WhatsApp by Twilio").locator(".badge.danger"))
        .containsText("switched off");
    page.navigate(world.url() + "/console");
    assertThat(page.locator("main")).containsText("./run channel on whatsapp");
    page.navigate(world.url() + PATH);
    card(page, "WhatsApp by Twilio").getByText("Switch on").click();
    assertThat(page.locator(".toast")).containsText("switched on for everybody");
    assertThat(
            world.one(
                "SELECT string_agg(action || ' ' || fields[1], ', ' ORDER BY number)"
                    + " FROM gateway.audit_log WHERE resource = 'channels'"))
        .isEqualTo("switch_off whatsapp, switch_on whatsapp");
    assertThat(chromium.complaints).isEmpty();
    Operator moderator = Operator.of(world, "mo@desk.example", "moderator");
    try (ConsoleWire mo = ConsoleWire.as(world, moderator);
        ConsoleWire wire = ConsoleWire.as(world, ada)) {
      assertThat(mo.post("/console/account", PATH + "/switch", Map.of("part", "sms")).statusCode())
          .isEqualTo(404);
      assertThat(wire.post(PATH, PATH + "/switch", Map.of("part", "pigeon")).statusCode())
          .isEqualTo(404);
    }
    assertThat(world.one("SELECT count(*) FROM gateway.channel_switches")).isEqualTo("0");
  }

  @Test
  void nothingOfTheConfigurationIsShownThatIsSecret() {
    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      String page = wire.get(PATH).body();
      for (String secret :
          List.of(
              "TWILIO_AUTH_TOKEN",
              "OPERATOR_WEBHOOK_SECRET",
              "META_APP_SECRET",
              "META_VERIFY_TOKEN",
              "META_ACCESS_TOKEN",
              "SMTP_URL",
              "TWILIO_ACCOUNT_SID")) {
        assertThat(page).as(secret).doesNotContain(world.set(secret));
      }
      assertThat(page)
          .doesNotContain("secret-path", World.SMS, World.WHATSAPP)
          .contains(
              "+120…100", "+120…101", "alerts.example", "WhatsApp Cloud by Meta", "/webhooks/meta")
          .contains(world.url() + Wire.MESSAGES);
    }
    world.restart(
        Map.of("TWILIO_SMS_FROM", "", "SMTP_URL", "", "SMTP_FROM", "", "LLM_PROVIDER", "offline"));
    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      assertThat(wire.get(PATH).body())
          .contains("set TWILIO_SMS_FROM, and restart")
          .contains("set SMTP_URL, SMTP_FROM, and restart")
          .contains("set LLM_PROVIDER, LLM_MODEL, LLM_API_KEY, and restart");
      assertThat(send(wire, "sms", OWN).statusCode()).isEqualTo(422);
    }
  }

  @Test
  void testsAreFewAndForOperatorsThemselves() {
    Someone maya = world.person("Maya", "+12025550140");
    Contact tom = world.contact(maya, "Tom", "+12025550141", "tom@x.example");
    twilio.answers(FakeTwilio.taken(Wire.newId()));
    try (ConsoleWire wire = ConsoleWire.as(world, ada)) {
      for (String to : List.of(maya.number, tom.number)) {
        assertThat(send(wire, "sms", to).body()).contains("somebody in our care");
      }
      assertThat(send(wire, "email", "TOM@x.example").body()).contains("somebody in our care");
      String csrf = wire.csrf(PATH);
      Map<Integer, Long> answers =
          IntStream.range(0, 8)
              .parallel()
              .mapToObj(_ ->
                  wire.bare(PATH + "/test", Map.of("_csrf", csrf, "channel", "sms", "to", OWN))
                      .statusCode())
              .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
      assertThat(answers).isEqualTo(Map.of(303, 5L, 422, 3L));
      assertThat(send(wire, "sms", OWN).body()).contains("Enough tests for this hour");
      assertThat(send(wire, "pigeon", OWN).statusCode()).isEqualTo(422);
      assertThat(send(wire, "sms", "+1" + "2".repeat(300)).body()).contains("At most 254");
    }
    assertThat(world.one("SELECT count(*) FROM gateway.outbox WHERE purpose = 'test'"))
        .isEqualTo("5");
  }

  @Test
  void onlyWhoRunsTheHouseSeesIt() {
    for (String role : List.of("content_admin", "support_admin", "moderator", "analytics_admin")) {
      Operator other = Operator.of(world, role + "@desk.example", role);
      try (ConsoleWire wire = ConsoleWire.as(world, other)) {
        assertThat(wire.get(PATH).statusCode()).isEqualTo(404);
        assertThat(
                wire.post("/console/account", PATH + "/test", Map.of("channel", "sms", "to", OWN))
                    .statusCode())
            .isIn(403, 404);
      }
    }
    assertThat(world.one("SELECT count(*) FROM gateway.outbox WHERE purpose = 'test'"))
        .isEqualTo("0");
  }

  @Test
  void thePageIsForEverybodyWhateverItShows() {
    look(chromium.page(1400, 900, ColorScheme.LIGHT), "empty");
    world.run(
        """
        WITH sent AS (INSERT INTO gateway.outbox (id, channel, address, purpose, payload, state,
            created_at)
          SELECT gen_random_uuid(), CASE n %% 3 WHEN 0 THEN 'email' WHEN 1 THEN 'sms' ELSE 'whatsapp'
            END, 'x' || n, 'reply', '', 'accepted', now() - n * interval '1 minute'
          FROM generate_series(1, 600) n RETURNING id, channel, created_at)
        INSERT INTO gateway.deliveries (id, outbox_id, attempt, channel, provider, status,
          error_code, started_at, accepted_at, updated_at)
        SELECT gen_random_uuid(), id, 1, channel, CASE channel WHEN 'email' THEN 'smtp' ELSE 'twilio'
          END, status, CASE status WHEN 'failed' THEN code END, created_at, created_at, created_at
        FROM (SELECT sent.*, row_number() OVER () AS n FROM sent) s,
          LATERAL (SELECT CASE WHEN n %% 8 = 0 THEN 'failed' ELSE 'delivered' END AS status,
            CASE channel WHEN 'email' THEN '550' WHEN 'sms' THEN
              CASE n %% 16 WHEN 0 THEN '30003' ELSE '30007' END ELSE '63016' END AS code) c
        """
            .replace("%%", "%"));
    waits("whatsapp", "9 minutes");
    for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      String how = colours.name().toLowerCase(Locale.ROOT);
      look(chromium.page(1400, 900, colours), how);
      look(chromium.page(390, 844, colours), "phone-" + how);
    }
    assertThat(chromium.complaints).isEmpty();
  }

  private void look(Page page, String how) {
    ada.knocks(page);
    page.navigate(world.url() + PATH);
    if (how.equals("dark")) {
      tries(page, "SMS by Twilio", "12");
    }
    ConsoleTest.isForEverybody(page, "channels", how);
  }

  /** Messages that were tried in vain, as old as that. */
  private void waits(String channel, String age) {
    world.run(
        """
        INSERT INTO gateway.outbox (id, channel, address, purpose, payload, state, attempts,
          created_at)
        SELECT gen_random_uuid(), '%s', 'y' || n, 'reply', '', 'waiting', 3, now() - interval '%s'
        FROM generate_series(1, 12) n;
        UPDATE gateway.deliveries SET accepted_at = accepted_at - interval '1 day'
        WHERE provider = 'twilio'
        """
            .formatted(channel, age));
  }

  private static HttpResponse<String> send(ConsoleWire wire, String channel, String to) {
    return wire.post(PATH, PATH + "/test", Map.of("channel", channel, "to", to));
  }

  private static void tries(Page page, String channel, String to) {
    page.locator("#f-channel").selectOption(channel.equals("E-mail") ? "email" : "sms");
    page.locator("#f-to").fill(to);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send").setExact(true))
        .click();
  }

  private static Locator card(Page page, String name) {
    return page.locator(".channel").filter(new Locator.FilterOptions().setHasText(name)).first();
  }
}
