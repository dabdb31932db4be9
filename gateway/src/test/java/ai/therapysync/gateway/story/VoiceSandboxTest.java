package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the editor of voices and its sandbox take, refuse, and leave behind. */
final class VoiceSandboxTest {
  private static final String ALL = "/console/personalities";
  private static final String SANDBOX = ALL + "/sandbox";
  private static final String CLARA = "7e5a0000-0000-4000-8000-000000000001";

  private final FakeModel model = new FakeModel();

  @AfterEach
  void stop() {
    model.close();
  }

  @Test
  void dangerGetsTheSafeReplyAndLeavesNothingBehind() {
    try (World world = World.brisk();
        ConsoleWire con = content(world)) {
      String danger =
          con.post(ALL + "/new", SANDBOX, voice("message", "I want to kill myself tonight")).body();
      assertThat(danger).contains("988", "Danger, ", "suicide", "Here nobody was told");
      String another =
          con.post(
                  ALL + "/new",
                  SANDBOX,
                  voice(
                      "message",
                      "Ich will mich heute umbringen",
                      "to_language",
                      "de",
                      "to_country",
                      "DE"))
              .body();
      assertThat(another).contains("112");
      String concern =
          con.post(
                  ALL + "/new",
                  SANDBOX,
                  voice("message", "everyone would be better off without me"))
              .body();
      assertThat(concern).contains("A concern:", "988");
      assertThat(
              world.one(
                  "SELECT (SELECT count(*) FROM whatsapp_messages) + (SELECT count(*) FROM crisis_assessments)"
                      + " + (SELECT count(*) FROM crisis_interventions)"
                      + " + (SELECT count(*) FROM gateway.outbox)"))
          .isEqualTo("0");
      assertThat(world.one("SELECT count(*) FROM gateway.audit_log WHERE action = 'try'"))
          .isEqualTo("3");
      assertThat(world.one("SELECT string_agg(a::text, ' ') FROM gateway.audit_log a"))
          .doesNotContain("kill", "umbringen", "better off");
    }
  }

  @Test
  void theTalkIsCarriedByTheFormAndCutToItsLatest() {
    try (World world = World.brisk();
        ConsoleWire con = content(world)) {
      Map<String, String> fields = voice("message", "and my exams are near");
      fields.put("said", "PERSON NONE I slept badly");
      String page = con.post(ALL + "/new", SANDBOX, fields).body();
      assertThat(page).contains("PERSON NONE I slept badly", "PERSON NONE and my exams are near");
      fields.put("said", "NOBODY NONE forged");
      assertThat(con.post(ALL + "/new", SANDBOX, fields).body()).doesNotContain("forged");
      assertThat(con.post(ALL + "/new", SANDBOX, voice("message", " ")).statusCode())
          .isEqualTo(422);
      HttpResponse<String> tooLong =
          con.post(ALL + "/new", SANDBOX, voice("message", "x".repeat(1_001)));
      assertThat(tooLong.statusCode()).isEqualTo(422);
      assertThat(tooLong.body()).contains("At most 1000 characters");
      assertThat(
              con.post(ALL + "/new", SANDBOX, voice("message", "hi", "to_country", "Mars"))
                  .statusCode())
          .isEqualTo(422);
    }
  }

  @Test
  void aModelIsToldTheVoiceAsItIsTypedAndGuardedAsEver() {
    try (World world = World.brisk(model.environment());
        ConsoleWire con = content(world)) {
      model.says("That sounds like a long night. What kept you awake the most?");
      String page =
          con.post(ALL + "/new", SANDBOX, voice("message", "I lay awake", "name", "Rumi")).body();
      assertThat(page).contains("What kept you awake the most?", "openai");
      assertThat(model.asked().getFirst()).contains("Name: Rumi", "I lay awake");
      model.says("You have clinical depression.");
      String guarded = con.post(ALL + "/new", SANDBOX, voice("message", "I lay awake")).body();
      assertThat(guarded)
          .doesNotContain("clinical depression")
          .contains("could not be sent", "diagnosis");
    }
  }

  @Test
  void whoTriesIsAnsweredOneByOneAndNotWithoutEnd() {
    try (World world = World.brisk(model.environment());
        ConsoleWire con = content(world)) {
      model.answers(
          FakeModel.answer("That sounds like a long night. What kept you awake?")
              .withFixedDelay(1_500));
      String token = con.csrf(ALL + "/new");
      Map<String, String> fields = voice("message", "I lay awake");
      fields.put("_csrf", token);
      CompletableFuture<HttpResponse<String>> first =
          CompletableFuture.supplyAsync(() -> con.bare(SANDBOX, fields));
      Await.until("the model is asked", () -> !model.asked().isEmpty());
      assertThat(con.bare(SANDBOX, fields).body()).contains("still being answered");
      assertThat(first.join().body()).contains("What kept you awake?");
      model.says("That sounds like a long night. What kept you awake?");
      assertThat(IntStream.range(0, 20).mapToObj(_ -> con.bare(SANDBOX, fields).statusCode()))
          .contains(422);
    }
  }

  @Test
  void everyFieldHasItsLimit() {
    Map<String, Integer> limits =
        Map.of(
            "name", 200,
            "title", 200,
            "approach", 200,
            "communication_style", 200,
            "description", 4_000,
            "specialties", 200,
            "personality_traits", 20_000,
            "effectiveness_areas", 20_000,
            "color_scheme", 200,
            "icon", 60);
    try (World world = World.brisk();
        ConsoleWire con = content(world)) {
      limits.forEach((field, most) -> {
        Map<String, String> tooLong = voice(field, "x".repeat(most + 1));
        for (String path : new String[] {ALL, ALL + "/" + CLARA, SANDBOX, SANDBOX + "/open"}) {
          HttpResponse<String> refused = con.post(ALL + "/new", path, tooLong);
          assertThat(refused.statusCode()).as(field + " at " + path).isEqualTo(422);
          assertThat(refused.body()).contains("id=\"e-" + field + "\"");
        }
      });
      assertThat(world.one("SELECT count(*) FROM therapist_personalities")).isEqualTo("12");
    }
  }

  @Test
  void whoMayNotEditSeesNothingAndNamesAreText() {
    try (World world = World.brisk();
        ConsoleWire con = content(world)) {
      for (String role : new String[] {"analytics_admin", "moderator", "support_admin"}) {
        Operator other = Operator.of(world, role + "@desk.example", role);
        try (ConsoleWire wire = ConsoleWire.as(world, other)) {
          assertThat(wire.get(ALL).statusCode()).isEqualTo(404);
          assertThat(wire.get(ALL + "/" + CLARA + "/sandbox").statusCode()).isEqualTo(404);
          assertThat(wire.post("/console/account", SANDBOX, voice("message", "hi")).statusCode())
              .isEqualTo(404);
          assertThat(
                  wire.post("/console/account", ALL + "/" + CLARA + "/retire", Map.of())
                      .statusCode())
              .isEqualTo(404);
        }
      }
      String script = "<script>alert('it')</script>\"><img src=x>";
      String added =
          ConsoleWire.location(
              con.post(ALL + "/new", ALL, voice("name", script, "personality_traits", script)));
      for (String page : new String[] {ALL, added, added + "/sandbox"}) {
        assertThat(con.get(page).body()).as(page).doesNotContain("<script>alert", "<img src=x>");
      }
      assertThat(con.post(ALL + "/new", SANDBOX, voice("name", script, "message", script)).body())
          .doesNotContain("<script>alert", "<img src=x>");
      assertThat(con.get(ALL + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
      assertThat(con.get(ALL + "?q=" + "x".repeat(101)).statusCode()).isEqualTo(422);
    }
  }

  private static ConsoleWire content(World world) {
    return ConsoleWire.as(world, Operator.of(world, "con@desk.example", "content_admin"));
  }

  private static Map<String, String> voice(String... changes) {
    Map<String, String> fields = new HashMap<>();
    fields.put("name", "Luna");
    fields.put("title", "Night companion");
    fields.put("description", "Sits with you when sleep won't come.");
    fields.put("approach", "mindfulness");
    fields.put("communication_style", "gentle");
    fields.put("to_language", "en");
    fields.put("to_country", "US");
    for (int index = 0; index < changes.length; index += 2) {
      fields.put(changes[index], changes[index + 1]);
    }
    return fields;
  }
}
