package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators see incidents with their ladders, take them and end them over the API. */
final class CrisisDeskTest {
  private static final String LIST = "/crisis-interventions";

  private World world;
  private Someone maya;
  private Contact tom;
  private String incident;
  private Client ana;

  @BeforeEach
  void open() {
    world = World.brisk();
    maya = world.person("Maya", "+12025550151").unhurried();
    tom = world.contact(maya, "Tom Miller", "+12025550152", "tom@example.org");
    ana = Client.operator(world, "support_admin");
    maya.texts("I am going to kill myself tonight");
    maya.incidentIs("notified");
    incident = LIST + "/" + maya.incident("id");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static String outcome(String words) {
    return "{\"outcome\": \"%s\"}".formatted(words);
  }

  @Test
  void theWholeLadderIsShownWithFirstNamesAndWithoutNumbersOrWords() {
    tom.isPaged();
    Await.until("a receipt", () -> delivered(ana.get(incident).body()));
    JsonNode whole = ana.get(incident).body();

    assertThat(whole.path("status").asText()).isEqualTo("notified");
    JsonNode ladder = whole.path("ladder");
    assertThat(ladder.path("level").asText()).isEqualTo("imminent");
    assertThat(ladder.path("state").asText()).isEqualTo("climbing");
    JsonNode rung = ladder.path("rungs").path(0);
    assertThat(rung.path("contact").asText()).isEqualTo("Tom");
    assertThat(rung.path("contact_id").asText()).isEqualTo(tom.id.toString());
    assertThat(rung.path("ways").findValuesAsText("channel"))
        .containsExactlyInAnyOrder("sms", "email");
    assertThat(ladder.path("events").findValuesAsText("words")).contains("Tom is paged");
    assertThat(whole.toString()).doesNotContain("Miller", "+1202", "example.org", "kill");

    tom.texts("1");
    maya.incidentIs("acknowledged");
    JsonNode after = ana.get(incident).body().path("ladder");
    assertThat(after.path("responder_contact_id").asText()).isEqualTo(tom.id.toString());
    assertThat(after.path("rungs").path(0).path("answer").asText()).isEqualTo("contact_said_yes");
  }

  private static boolean delivered(JsonNode whole) {
    return whole
        .path("ladder")
        .path("rungs")
        .findValuesAsText("delivery_status")
        .contains("delivered");
  }

  @Test
  void anOperatorTakesItAndTheLadderStops() {
    tom.isPaged();
    Client.Reply taken = ana.post(incident + "/acknowledge", "");
    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.text("status")).isEqualTo("acknowledged");
    assertThat(taken.body().path("ladder").path("responder_operator_id").asText())
        .isEqualTo(ana.get("/me").text("id"));
    assertThat(tom.receives("is with")).isNotEmpty();
    assertThat(ana.post(incident + "/acknowledge", "").status()).isEqualTo(200);

    Client.Reply over = ana.post(incident + "/resolve", outcome("Reached her; she is safe."));
    assertThat(over.status()).isEqualTo(200);
    assertThat(over.text("status")).isEqualTo("resolved");
    assertThat(over.text("outcome")).isEqualTo("Reached her; she is safe.");
    assertThat(over.body().path("completed_at").isNull()).isFalse();
    assertThat(tom.receives("over")).isNotEmpty();
    assertThat(ana.post(incident + "/acknowledge", "").status()).isEqualTo(409);
    assertThat(ana.post(incident + "/resolve", outcome("again")).status()).isEqualTo(409);
    assertThat(
            world.one(
                "SELECT string_agg(action, ',' ORDER BY number) FROM gateway.audit_log"
                    + " WHERE resource = 'crisis_interventions'"))
        .isEqualTo("acknowledge,acknowledge,resolve");
    assertThat(
            world.one("SELECT count(*) FROM gateway.audit_log WHERE audit_log::text LIKE '%safe%'"))
        .isEqualTo("0");
  }

  @Test
  void anEndHasAnOutcomeAndNobodyEndsWhatTheyHaveNotSeen() {
    for (String body :
        List.of("{}", "{\"outcome\": \" \"}", "{\"outcome\": null}", outcome("x".repeat(2_001)))) {
      Client.Reply refused = ana.post(incident + "/resolve", body);
      assertThat(refused.status()).as(body).isEqualTo(422);
      assertThat(refused.body().path("errors").path(0).path("field").asText()).isEqualTo("outcome");
    }
    Client.Reply seen = ana.get(incident);
    Client.operator(world, "admin").post(incident + "/acknowledge", "");
    assertThat(
            ana.with("If-Match", seen.tag()).post(incident + "/resolve", outcome("fine")).status())
        .isEqualTo(412);
    String now = ana.get(incident).tag();
    assertThat(ana.with("If-Match", now).post(incident + "/resolve", outcome("fine")).status())
        .isEqualTo(200);
  }

  @Test
  void whoMaySeeItMayNotAllActOnIt() {
    Client moderator = Client.operator(world, "moderator");
    Client herself = Client.of(world, maya.id);
    for (Client seeing : List.of(moderator, herself)) {
      assertThat(seeing.get(incident).status()).isEqualTo(200);
      assertThat(seeing.post(incident + "/acknowledge", "").status()).isEqualTo(403);
      assertThat(seeing.post(incident + "/resolve", outcome("x")).status()).isEqualTo(403);
    }
    ana.post(incident + "/acknowledge", "");
    assertThat(herself.get(incident).body().path("ladder").path("responder_operator_id").isNull())
        .isTrue();
    for (String role : List.of("content_admin", "analytics_admin")) {
      Client other = Client.operator(world, role);
      assertThat(other.get(incident).status()).isEqualTo(404);
      assertThat(other.get(LIST).body().path("items").size()).isZero();
      assertThat(other.post(incident + "/acknowledge", "").status()).isEqualTo(404);
    }
    assertThat(Client.of(world, Someone.account(world, "Tom")).get(incident).status())
        .isEqualTo(404);
  }

  @Test
  void theListIsAskedByStatus() {
    Someone omar = world.person("Omar", "+12025550153").unhurried();
    omar.texts("I am going to kill myself tonight");
    omar.incidentIs("unanswered");
    world.run(
        "INSERT INTO crisis_interventions (user_id, intervention_type, status, created_at)"
            + " VALUES ('%s', 'call', 'resolved', NULL)".formatted(maya.id));

    assertThat(statuses("")).containsExactly("unanswered", "notified", "resolved");
    assertThat(statuses("?status=open")).containsExactly("unanswered", "notified");
    assertThat(statuses("?status=unanswered")).containsExactly("unanswered");
    assertThat(statuses("?status=pending")).isEmpty();
    assertThat(ana.get(LIST + "?status=closed").status()).isEqualTo(422);
    assertThat(Client.of(world, omar.id).get(LIST).body().path("items").findValuesAsText("status"))
        .containsExactly("unanswered");
  }

  private List<String> statuses(String query) {
    return ana.get(LIST + query).body().path("items").findValuesAsText("status");
  }
}
