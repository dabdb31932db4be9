package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API as people and operators meet it: their own rows, their roles, and what is wrong. */
class ApiTest {
  private World world;
  private Someone maya;
  private String home;
  private Client herself;

  @BeforeEach
  void open() {
    world = World.brisk();
    maya = world.person("Maya", "+12025550111");
    home = "/users/" + maya.id;
    herself = Client.of(world, maya.id);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aTokenIsGoodForAMinuteBeyondItsTimeAndNotForTwo() {
    var now = world.clock.instant();
    assertThat(Client.nobody(world).get("/me").status()).isEqualTo(401);
    assertThat(bearing(Client.token(maya.id, now.minusSeconds(50), Client.SECRET))).isEqualTo(200);
    assertThat(bearing(Client.token(maya.id, now.minusSeconds(70), Client.SECRET))).isEqualTo(401);
    assertThat(bearing(Client.token(maya.id, now.plusSeconds(60), "x".repeat(40)))).isEqualTo(401);
    assertThat(bearing(Client.token(UUID.randomUUID(), now.plusSeconds(60), Client.SECRET)))
        .as("an account that is gone")
        .isEqualTo(401);
    assertThat(bearing("none.of.it")).isEqualTo(401);
    assertThat(bearing("")).isEqualTo(401);
    var anonymous =
        new JWTClaimsSet.Builder()
            .subject(maya.id.toString())
            .claim("role", "anon")
            .expirationTime(Date.from(now.plus(Duration.ofHours(1))))
            .build();
    assertThat(bearing(Client.token(anonymous, Client.SECRET))).isEqualTo(401);
    var endless = new JWTClaimsSet.Builder().subject(maya.id.toString()).build();
    assertThat(bearing(Client.token(endless, Client.SECRET))).isEqualTo(401);
  }

  private int bearing(String token) {
    return Client.bearing(world, token).get("/me").status();
  }

  @Test
  void sheIsToldWhoSheIs() {
    Client.Reply me = herself.get("/me");

    assertThat(me.text("id")).isEqualTo(maya.id.toString());
    assertThat(me.text("name")).isEqualTo("Maya Vale");
    assertThat(me.body().path("roles").isEmpty()).isTrue();
    assertThat(Client.operator(world, "moderator").get("/me").body().path("roles").toString())
        .isEqualTo("[\"moderator\"]");
  }

  @Test
  void settingsThatWereNeverWrittenAreTheDefaultsAndAPartialPutKeepsTheRest() {
    Client.Reply before = herself.get(home + "/whatsapp-config");
    assertThat(before.body().path("response_delay_seconds").asInt()).isEqualTo(2);
    assertThat(before.text("ai_personality_id")).isEqualTo("default");
    assertThat(before.body().path("crisis_escalation_enabled").asBoolean()).isTrue();

    Client.Reply put =
        herself.put(
            home + "/whatsapp-config",
            """
            {"business_hours_start": "22:00", "business_hours_end": "06:00", "business_timezone": "Europe/Lisbon"}
            """);
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.text("business_hours_start")).isEqualTo("22:00:00");
    assertThat(put.body().path("response_delay_seconds").asInt()).isEqualTo(2);

    herself.put(home + "/whatsapp-config", "{\"response_delay_seconds\": 0}");
    Client.Reply after = herself.get(home + "/whatsapp-config");
    assertThat(after.text("business_timezone")).isEqualTo("Europe/Lisbon");
    assertThat(after.body().path("response_delay_seconds").asInt()).isZero();
    assertThat(world.one("SELECT count(*) FROM whatsapp_config")).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"business_timezone\": \"Mars/Base\"}; business_timezone",
        "{\"business_hours_start\": \"09:00\"}; business_hours_end",
        "{\"response_delay_seconds\": 3601}; response_delay_seconds",
        "{\"response_delay_seconds\": -1}; response_delay_seconds",
        "{\"response_delay_seconds\": 1.5}; response_delay_seconds",
        "{\"response_delay_seconds\": \"5\"}; response_delay_seconds",
        "{\"ai_personality_id\": \"7c0e1df2-0000-4000-8000-000000000000\"}; ai_personality_id",
        "{\"auto_responses_enabled\": \"yes\"}; auto_responses_enabled",
        "{\"is_admin\": true}; is_admin",
        "{\"id\": \"7c0e1df2-0000-4000-8000-000000000000\"}; id"
      })
  void aValueThatCannotBeTakenIsNamed(String body, String field) {
    Client.Reply refused = herself.put(home + "/whatsapp-config", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(refused.body().path("errors").path(0).path("field").asText()).isEqualTo(field);
    assertThat(world.one("SELECT count(*) FROM whatsapp_config")).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {"[1]; 400", "{; 400", "''; 400", "{\"name\": \"a\", \"name\": \"b\"}; 400"})
  void whatIsNoObjectIsNotRead(String body, int status) {
    assertThat(herself.post(home + "/goals", body).status()).isEqualTo(status);
  }

  @Test
  void aGoalIsAddedChangedAndTakenAway() {
    Client.Reply added =
        herself.post(home + "/goals", "{\"title\": \"Walk\", \"category\": \"health\"}");
    assertThat(added.status()).isEqualTo(201);
    String goal = home + "/goals/" + added.text("id");
    assertThat(added.headers().firstValue("Location").orElse("")).endsWith(goal);

    assertThat(herself.with("If-Match", "\"another\"").patch(goal, "{\"title\": \"Run\"}").status())
        .isEqualTo(412);
    Client.Reply changed =
        herself.with("If-Match", added.tag()).patch(goal, "{\"title\": \"Run\"}");
    assertThat(changed.text("title")).isEqualTo("Run");
    assertThat(changed.text("status")).isEqualTo("active");
    assertThat(herself.with("If-Match", added.tag()).delete(goal).status()).isEqualTo(412);
    assertThat(herself.delete(goal).status()).isEqualTo(204);
    assertThat(herself.get(goal).status()).isEqualTo(404);
  }

  @Test
  void whatIsSentBackAsItWasReadIsTaken() {
    Client.Reply added =
        herself.post(home + "/goals", "{\"title\": \"Walk\", \"category\": \"health\"}");

    String goal = home + "/goals/" + added.text("id");
    assertThat(herself.patch(goal, added.body().toString()).status()).isEqualTo(200);
  }

  @Test
  void nobodyVerifiesTheirOwnNumberAndAChangedOneIsNoLongerVerified() {
    String number = home + "/whatsapp-integrations/" + maya.integration;

    assertThat(herself.patch(number, "{\"is_verified\": false}").status()).isEqualTo(422);
    Client.Reply changed = herself.patch(number, "{\"phone_number\": \"+351 912 345 678\"}");

    assertThat(changed.text("phone_number")).isEqualTo("+351912345678");
    assertThat(changed.body().path("is_verified").asBoolean()).isFalse();
    assertThat(changed.body().has("access_token")).isFalse();
    assertThat(changed.body().has("verification_code")).isFalse();
  }

  @Test
  void whatOneMayNotSeeIsNotThereAndWhatOneMayOnlySeeStaysAsItIs() {
    Client stranger = Client.of(world, Someone.account(world, "Tom"));
    Client moderator = Client.operator(world, "moderator");
    Client support = Client.operator(world, "support_admin");
    Client content = Client.operator(world, "content_admin");
    String memory =
        home
            + "/memories/"
            + herself
                .post(
                    home + "/memories",
                    "{\"memory_type\": \"fact\", \"title\": \"Dog\", \"content\": \"Has a dog\"}")
                .text("id");

    for (String path : List.of("", "/goals", "/memories", "/whatsapp-config")) {
      assertThat(stranger.get(home + path).status()).as(path).isEqualTo(404);
      assertThat(support.get(home + path).status()).as(path).isEqualTo(200);
      assertThat(content.get(home + path).status()).as(path).isEqualTo(404);
    }
    assertThat(moderator.get(home + "/goals").status()).isEqualTo(404);
    assertThat(moderator.get(memory).status()).isEqualTo(200);
    assertThat(moderator.patch(memory, "{\"title\": \"Cat\"}").status()).isEqualTo(403);
    assertThat(moderator.delete(memory).status()).isEqualTo(403);
    assertThat(stranger.patch(memory, "{\"title\": \"Cat\"}").status()).isEqualTo(404);
    assertThat(support.patch(memory, "{\"title\": \"Cat\"}").status()).isEqualTo(200);
    assertThat(support.get("/users/" + UUID.randomUUID() + "/goals").status()).isEqualTo(404);
    assertThat(support.get("/users/nobody").status()).isEqualTo(404);
    assertThat(stranger.get("/analytics/platform").status()).isEqualTo(404);
    assertThat(support.post("/therapist-personalities", "{}").status()).isEqualTo(403);
  }

  @Test
  void everyChangeAndEveryReadingOfAConversationByAnOperatorIsWrittenDown() {
    Client support = Client.operator(world, "support_admin");
    herself.post(home + "/goals", "{\"title\": \"Walk\", \"category\": \"health\"}");
    support.get(home + "/memories");
    support.get(home + "/goals");

    assertThat(
            world.one(
                "SELECT string_agg(action || ' ' || resource, ', ' ORDER BY number)"
                    + " FROM gateway.audit_log"))
        .isEqualTo("create goals, read conversation_memory");
    assertThat(
            world.one(
                "SELECT count(*) FROM gateway.audit_log WHERE to_json(audit_log)::text LIKE '%Walk%'"))
        .isEqualTo("0");
  }

  @Test
  void aListGoesOnWhereItStopped() {
    for (int number = 1; number <= 5; number++) {
      herself.post(
          home + "/goals", "{\"title\": \"Goal %d\", \"category\": \"x\"}".formatted(number));
    }
    Client.Reply first = herself.get(home + "/goals?limit=2");
    Client.Reply second = herself.get(home + "/goals?limit=2&cursor=" + first.text("next_cursor"));
    Client.Reply third = herself.get(home + "/goals?limit=2&cursor=" + second.text("next_cursor"));

    assertThat(first.body().path("items").findValuesAsText("title"))
        .containsExactly("Goal 5", "Goal 4");
    assertThat(second.body().path("items").findValuesAsText("title"))
        .containsExactly("Goal 3", "Goal 2");
    assertThat(third.body().path("items").findValuesAsText("title")).containsExactly("Goal 1");
    assertThat(third.body().path("next_cursor").isNull()).isTrue();
    assertThat(herself.get(home + "/goals?cursor=x").status()).isEqualTo(422);
    assertThat(herself.get(home + "/goals?limit=0").status()).isEqualTo(422);
  }

  @Test
  void peopleAreFoundByWhatAnOperatorKnowsOfThem() {
    Client support = Client.operator(world, "support_admin");
    world.person("Omar", "+351912345678");

    assertThat(found(support, "may")).containsExactly("Maya Vale");
    assertThat(found(support, "vale%20om")).containsExactly("Omar Vale");
    assertThat(found(support, "912345678")).containsExactly("Omar Vale");
    assertThat(found(support, "%2B1%20(202)%20555-0111")).containsExactly("Maya Vale");
    assertThat(found(support, maya.id.toString())).containsExactly("Maya Vale");
    assertThat(found(support, "zzz")).isEmpty();
    assertThat(found(support, "%27%20%7C%20%5C")).isEmpty();
    assertThat(found(herself, "")).containsExactly("Maya Vale");
    assertThat(found(herself, "omar")).isEmpty();
  }

  private static List<String> found(Client client, String sought) {
    Client.Reply reply = client.get("/users?q=" + sought);
    assertThat(reply.status()).isEqualTo(200);
    return reply.body().path("items").findValuesAsText("name");
  }

  @Test
  void contactsStayAsTheyAreInAnEmergencyAndCanStillBeLeftOut() {
    maya.unhurried();
    Client.Reply contact =
        herself.post(
            home + "/emergency-contacts",
            "{\"name\": \"Tom\", \"phone_number\": \"202-555-0122\", \"is_primary\": true}");
    assertThat(contact.status()).isEqualTo(201);
    String tom = home + "/emergency-contacts/" + contact.text("id");
    maya.texts("I am going to kill myself tonight");

    Client.Reply refused = herself.delete(tom);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text("detail")).contains("24 hours");
    assertThat(herself.patch(tom, "{\"phone_number\": \"+12025550199\"}").status()).isEqualTo(403);
    assertThat(
            herself
                .put(home + "/whatsapp-config", "{\"crisis_escalation_enabled\": false}")
                .status())
        .isEqualTo(403);
    assertThat(herself.patch(tom, "{\"must_not_be_told\": true}").status()).isEqualTo(200);
  }
}
