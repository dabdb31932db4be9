package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is kept out of the console, and how. */
class ConsoleLoginTest {
  private static final String WRONG = "The address or the password is wrong.";

  private final World world = World.brisk();
  private final Operator ada = Operator.of(world, "ada@desk.example", "admin");
  private final ConsoleWire wire = new ConsoleWire(world);

  @AfterEach
  void stop() {
    wire.close();
    world.close();
  }

  @Test
  void aWrongPasswordAnUnknownAddressAndSomebodyWithoutARoleHearTheSame() {
    world.run(
        "INSERT INTO auth.users (id, email) VALUES ('00000000-0000-4000-8000-000000000001', 'zoe@x.example')");
    Operator old = Operator.of(world, "old@desk.example", "moderator");
    world.run("UPDATE public.user_roles SET is_active = FALSE WHERE user_id = '" + old.id() + "'");

    assertThat(wire.login(ada.email(), "not the password").body()).contains(WRONG);
    assertThat(wire.login("nobody@desk.example", Operator.PASSWORD).body()).contains(WRONG);
    assertThat(wire.login("zoe@x.example", Operator.PASSWORD).body()).contains(WRONG);
    HttpResponse<String> former = wire.login(old.email(), old.password());
    assertThat(former.statusCode()).isEqualTo(401);
    assertThat(former.body()).contains(WRONG).contains("value=\"old@desk.example\"");
    assertThat(former.body()).doesNotContain(Operator.PASSWORD);
    assertThat(wire.cookie("console_session")).isEmpty();
    assertThat(world.one("SELECT count(*) FROM gateway.audit_log WHERE action = 'login_failed'"))
        .isEqualTo("4");
  }

  @Test
  void guessesAreSlowedDownWithGrowingWaitsAndNeverForGood() {
    for (int guess = 0; guess < 5; guess++) {
      assertThat(wire.login(ada.email(), "guess " + guess).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> early = wire.login(ada.email(), ada.password());
    assertThat(early.statusCode()).isEqualTo(429);
    assertThat(early.body()).contains("Too many attempts. Try again in ");
    assertThat(early.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 30L);

    world.clock.pass(Duration.ofSeconds(31));
    assertThat(wire.login(ada.email(), "guess").statusCode()).isEqualTo(401);
    world.clock.pass(Duration.ofSeconds(31));
    assertThat(wire.login(ada.email(), ada.password()).statusCode()).isEqualTo(429);
    world.clock.pass(Duration.ofSeconds(31));
    assertThat(wire.login(ada.email(), ada.password()).statusCode()).isEqualTo(303);
  }

  @Test
  void manyGuessesAtOnceAreNoWayRound() throws Exception {
    String csrf = wire.csrf("/console/login");
    List<Callable<Integer>> guesses = new ArrayList<>();
    for (int guess = 0; guess < 20; guess++) {
      Map<String, String> form =
          Map.of("_csrf", csrf, "email", ada.email(), "password", "guess " + guess);
      guesses.add(() -> wire.bare("/console/login", form).statusCode());
    }
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> answers = new ArrayList<>();
      for (var answer : all.invokeAll(guesses)) {
        answers.add(answer.get());
      }
      assertThat(answers).filteredOn(status -> status == 401).hasSizeLessThanOrEqualTo(5);
      assertThat(answers).filteredOn(status -> status == 429).hasSizeGreaterThanOrEqualTo(15);
    }
  }

  @Test
  void aStrangersGuessesDoNotMakeAnOperatorWaitAtABrowserThatIsKnown() {
    assertThat(wire.login(ada.email(), ada.password()).statusCode()).isEqualTo(303);
    assertThat(wire.post("/console", "/console/logout", Map.of()).statusCode()).isEqualTo(303);
    try (ConsoleWire stranger = new ConsoleWire(world)) {
      for (int guess = 0; guess < 6; guess++) {
        assertThat(stranger.login(ada.email(), "guess " + guess).statusCode()).isIn(401, 429);
      }
    }
    assertThat(wire.login(ada.email(), ada.password()).statusCode()).isEqualTo(303);
  }

  @Test
  void aSessionEndsAfterAnHourOfSilenceAndAfterTwelveOfWork() {
    wire.login(ada.email(), ada.password());
    for (int half = 0; half < 23; half++) {
      world.clock.pass(Duration.ofMinutes(30));
      assertThat(wire.get("/console").statusCode()).as("half hour %s", half).isEqualTo(200);
    }
    world.clock.pass(Duration.ofMinutes(31));
    assertThat(ConsoleWire.location(wire.get("/console"))).startsWith("/console/login");

    wire.login(ada.email(), ada.password());
    world.clock.pass(Duration.ofMinutes(59));
    assertThat(wire.get("/console", "X-Live", "1").statusCode()).isEqualTo(200);
    world.clock.pass(Duration.ofMinutes(2));
    assertThat(wire.get("/console").statusCode()).as("refreshing by itself").isEqualTo(303);
  }

  @Test
  void whoeverIsDeactivatedOrLogsOutEverywhereIsOutAtOnce() {
    wire.login(ada.email(), ada.password());
    try (ConsoleWire elsewhere = ConsoleWire.as(world, ada)) {
      wire.post("/console/account", "/console/account/sessions/end", Map.of());
      assertThat(elsewhere.get("/console").statusCode()).isEqualTo(303);
      assertThat(wire.get("/console").statusCode()).isEqualTo(200);
    }
    world.run("UPDATE public.user_roles SET is_active = FALSE WHERE user_id = '" + ada.id() + "'");
    assertThat(wire.get("/console").statusCode()).isEqualTo(303);
    assertThat(wire.get("/console/audit", "HX-Request", "true").statusCode()).isEqualTo(401);
  }

  @Test
  void aNewLoginHasANewIdAndWhatIsStoredIsNotWhatTheBrowserHolds() {
    wire.login(ada.email(), ada.password());
    String first = wire.cookie("console_session").orElseThrow();
    wire.post("/console", "/console/logout", Map.of());
    wire.login(ada.email(), ada.password());
    String second = wire.cookie("console_session").orElseThrow();
    assertThat(second).isNotEqualTo(first).hasSize(43);
    assertThat(world.one("SELECT string_agg(to_json(s)::text, '') FROM gateway.console_sessions s"))
        .doesNotContain(second);
    assertThat(world.one("SELECT string_agg(to_json(a)::text, '') FROM gateway.login_attempts a"))
        .doesNotContain("ada");
    try (ConsoleWire thief = new ConsoleWire(world)) {
      HttpResponse<String> replayed = thief.get("/console", "Cookie", "console_session=" + first);
      assertThat(replayed.statusCode()).isEqualTo(303);
    }
  }

  @Test
  void aFormWithoutItsTokenOrFromAnotherSiteChangesNothing() {
    wire.login(ada.email(), ada.password());
    Map<String, String> form = Map.of("email", "eve@x.example", "role", "admin");
    assertThat(wire.bare("/console/operators", form).statusCode()).isEqualTo(403);
    Map<String, String> withToken =
        Map.of("email", "eve@x.example", "role", "admin", "_csrf", wire.csrf("/console"));
    assertThat(
            wire.bare("/console/operators", withToken, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    try (ConsoleWire other = new ConsoleWire(world)) {
      String foreign = other.csrf("/console/login");
      Map<String, String> withForeign =
          Map.of("email", "eve@x.example", "role", "admin", "_csrf", foreign);
      assertThat(wire.bare("/console/operators", withForeign).statusCode()).isEqualTo(403);
      assertThat(
              other
                  .bare("/console/login", Map.of("email", ada.email(), "password", ada.password()))
                  .statusCode())
          .isEqualTo(403);
    }
    assertThat(world.one("SELECT count(*) FROM auth.users WHERE email LIKE 'eve%'")).isEqualTo("0");
  }

  @Test
  void nobodyIsLedAwayByALink() {
    for (String next :
        List.of(
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/console/../simulator",
            "/console\r\nX: y",
            "/console/login?next=/console")) {
      try (ConsoleWire visitor = new ConsoleWire(world)) {
        assertThat(ConsoleWire.location(visitor.login(ada.email(), ada.password(), next)))
            .as(next)
            .isEqualTo("/console");
      }
    }
    assertThat(ConsoleWire.location(wire.get("/console/audit?who=a%20b&action=login")))
        .isEqualTo("/console/login?next=%2Fconsole%2Faudit%3Fwho%3Da%2520b%26action%3Dlogin");
  }

  @Test
  void pagesAreNeverKeptFilesAreAndCookiesAreOutOfReach() {
    HttpResponse<String> login = wire.login(ada.email(), ada.password());
    assertThat(login.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("console_session"))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Strict", "Path=/console")
        .doesNotContain("Secure");
    HttpResponse<String> page = wire.get("/console");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    String sheet = page.body().replaceAll("(?s).*href=\"([^\"]+base.css)\".*", "$1");
    HttpResponse<String> file = wire.get(sheet);
    assertThat(file.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
    assertThat(wire.get("/console/assets/x/passwd").statusCode()).isEqualTo(404);
  }

  @Test
  void whatOnesRolesDoNotShowIsMissingAndWhatTheyDoNotAllowIsRefused() {
    Operator content = Operator.of(world, "con@desk.example", "content_admin");
    try (ConsoleWire con = ConsoleWire.as(world, content)) {
      assertThat(con.get("/console").body()).doesNotContain("/console/operators", "Open incidents");
      assertThat(con.get("/console/operators").statusCode()).isEqualTo(404);
      assertThat(con.get("/console/audit").statusCode()).isEqualTo(404);
      assertThat(
              con.post("/console", "/console/operators/" + ada.id() + "/deactivate", Map.of())
                  .statusCode())
          .isEqualTo(404);
    }
    assertThat(
            world.one(
                "SELECT is_active::text FROM public.user_roles WHERE user_id = '" + ada.id() + "'"))
        .isEqualTo("true");
  }
}
