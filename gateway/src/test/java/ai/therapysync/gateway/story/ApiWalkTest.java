package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The description and the running server agree, both ways, in every answer. */
final class ApiWalkTest {
  private World world;
  private Someone maya;
  private Client herself;
  private Client admin;
  private Description description;
  private final Set<String> done = new TreeSet<>();
  private final List<String> faults = new ArrayList<>();

  @BeforeEach
  void open() {
    world = World.brisk(Map.of("API_REQUESTS_PER_SECOND", "10000"));
    maya = world.person("Maya", "+12025550181").unhurried();
    herself = Client.of(world, maya.id);
    admin = Client.operator(world, "admin");
    description = Description.of(world);
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Asks, and holds the answer against the description. */
  private Client.Reply ask(Client who, String operation, Object first, Object second, String body) {
    String[] words = operation.split(" ", 2);
    String path =
        words[1].replace("{id}", String.valueOf(first)).replace("{row}", String.valueOf(second));
    Client.Reply reply = who.ask(words[0], path, body);
    String plain = words[0] + " " + words[1].replaceAll("\\?.*", "");
    description
        .faults(plain, reply)
        .forEach(fault -> faults.add(plain + " " + reply.status() + ": " + fault));
    if (reply.status() < 300) {
      done.add(plain);
    }
    return reply;
  }

  private Client.Reply ask(Client who, String operation, String body) {
    return ask(who, operation, maya.id, "", body);
  }

  @Test
  void everyOperationThatIsMountedIsDescribedAndTheOtherWayRound() {
    Set<String> mounted =
        world.routes().stream()
            .filter(route -> route.contains(" /api/v1/") && !route.contains("<"))
            .map(route -> route.replace(" /api/v1", " "))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(description.operations()).isEqualTo(mounted);
  }

  @Test
  void everyExampleIsOneOfWhatItShows() {
    description
        .tree()
        .path("components")
        .path("schemas")
        .properties()
        .forEach(schema ->
            schema
                .getValue()
                .path("examples")
                .forEach(example -> faults.addAll(description.errors(schema.getValue(), example))));
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsNotDescribedIsFound() {
    Client.Reply me = herself.get("/me");
    assertThat(description.faults("GET /me", me)).isEmpty();
    assertThat(description.faults("GET /users/{id}", me)).isNotEmpty();
    assertThat(description.faults("GET /me", added(me, "token", "x"))).isNotEmpty();
    assertThat(description.faults("GET /me", added(me, "id", "none"))).isNotEmpty();
    assertThat(description.faults("GET /me", new Client.Reply(302, me.body(), me.headers())))
        .isNotEmpty();
  }

  private static Client.Reply added(Client.Reply reply, String field, String value) {
    ObjectNode body = reply.body().deepCopy();
    return new Client.Reply(reply.status(), body.put(field, value), reply.headers());
  }

  @Test
  void refusalsAreAsDescribed() {
    for (String operation : description.operations()) {
      Client nobody = Client.nobody(world);
      assertThat(ask(nobody, operation, maya.id, UUID.randomUUID(), "{}").status())
          .as(operation)
          .isEqualTo(401);
      if (operation.contains("{")) {
        assertThat(ask(admin, operation, UUID.randomUUID(), UUID.randomUUID(), "{}").status())
            .as(operation)
            .isIn(404, 422);
      }
    }
    for (String body :
        List.of("[]", "{\"nonsense\": 1}", "{\"content\": \"" + "x".repeat(140_000) + "\"}")) {
      for (String operation : withBodies()) {
        Client.Reply refused = ask(admin, operation, maya.id, UUID.randomUUID(), body);
        assertThat(refused.status()).as(operation + body.charAt(0)).isGreaterThanOrEqualTo(400);
      }
    }
    ask(admin, "GET /users?limit=0", "");
    ask(admin, "GET /users?q=" + "x".repeat(101), "");
    ask(admin, "GET /crisis-interventions?status=x", "");
    ask(herself, "GET /analytics/platform", "");
    ask(herself, "POST /users/{id}/messages", "{\"content\": \"hello\"}");
    ask(herself, "PUT /users/{id}/takeover", "");
    ask(admin, "POST /users/{id}/messages", "{\"content\": \"hello\"}");
    ask(herself.with("If-Match", "\"x\""), "PUT /users/{id}/whatsapp-config", "{}");
    assertThat(faults).isEmpty();
  }

  private List<String> withBodies() {
    return description.operations().stream()
        .filter(description::takesBody)
        .filter(operation -> !operation.contains("/households/"))
        .toList();
  }

  @Test
  void everyAnswerOfAWalkThroughAllOfItIsAsDescribed() {
    ownRows();
    rowsOfTheGateway();
    household();
    conversation();
    crisis();
    voices();
    ends();
    assertThat(faults).isEmpty();
    assertThat(done).isEqualTo(description.operations());
  }

  private void ownRows() {
    ask(herself, "GET /me", "");
    ask(admin, "GET /users?q=maya&limit=1", "");
    ask(herself, "GET /users/{id}", "");
    ask(herself, "PATCH /users/{id}", "{\"preferred_language\": \"es\"}");
    for (String one : List.of("whatsapp-config", "cultural-profile")) {
      ask(herself, "GET /users/{id}/" + one, "");
      ask(herself, "PUT /users/{id}/" + one, "{}");
    }
    ask(herself, "GET /users/{id}/whatsapp-config", "");
    rows("whatsapp-integrations", "{\"phone_number\": \"+12025550182\"}", "{\"is_active\": true}");
    rows(
        "emergency-contacts",
        "{\"name\": \"Tom\", \"email\": \"t@example.org\"}",
        "{\"is_primary\": true}");
    rows(
        "goals",
        "{\"title\": \"Walk\", \"category\": \"health\", \"target_date\": \"2027-01-01\"}",
        "{\"target_value\": 2.5}");
    rows(
        "memories",
        "{\"memory_type\": \"fact\", \"title\": \"Dog\", \"content\": \"Nube\", \"tags\": [\"pet\"]}",
        "{\"importance_score\": 0.9}");
    rows("therapy-sessions", "{\"mood_before\": 3}", "{\"end_time\": \"2030-01-01T00:00:00Z\"}");
  }

  private void rows(String name, String added, String changed) {
    String list = "/users/{id}/" + name;
    String row = ask(herself, "POST " + list, added).text("id");
    ask(herself, "GET " + list, "");
    ask(herself, "GET " + list + "/{row}", maya.id, row, "");
    if (name.equals("whatsapp-integrations")) {
      ask(herself, "POST " + list + "/{row}/verification-code", maya.id, row, "");
    }
    ask(herself, "PATCH " + list + "/{row}", maya.id, row, changed);
    ask(herself, "DELETE " + list + "/{row}", maya.id, row, "");
  }

  private void rowsOfTheGateway() {
    for (String insert :
        List.of(
            "mood_entries (user_id, mood, note) VALUES ('%s', 4, 'tired')",
            "assessments (user_id, instrument, score, severity) VALUES ('%s', 'PHQ-9', 7, 'mild')",
            "goal_achievements (user_id, achievement_type, title, description, icon)"
                + " VALUES ('%s', 'first', 'First', 'The first', 'star')",
            "goal_insights (user_id, insight_type, title, description, expires_at)"
                + " VALUES ('%s', 'pattern', 'Walks', 'help', now())",
            "personalized_recommendations (user_id, recommendation_type, title, description,"
                + " reasoning, priority_score, estimated_impact) VALUES ('%s', 'a', 'b', 'c', 'd', 0.5, 1)",
            "user_behavior_analytics (user_id, average_mood) VALUES ('%s', 4.25)",
            "platform_analytics (total_users, active_users, new_signups, total_sessions,"
                + " average_session_duration, total_assessments, crisis_interventions)"
                + " VALUES (1, 1, 1, 1, 2.50, 0, 0)")) {
      world.run("INSERT INTO " + insert.formatted(maya.id));
    }
    for (String list :
        List.of(
            "mood-entries",
            "assessments",
            "goal-achievements",
            "goal-insights",
            "recommendations")) {
      assertThat(ask(herself, "GET /users/{id}/" + list, "").body().path("items").size())
          .as(list)
          .isEqualTo(1);
    }
    ask(admin, "GET /analytics/platform", "");
    ask(admin, "GET /analytics/users/{id}", "");
  }

  private void household() {
    UUID home = UUID.randomUUID();
    UUID guest = Someone.account(world, "Rosa");
    world.run(
        "INSERT INTO households (id, name, primary_account_holder_id, max_members)"
            + " VALUES ('%s', 'Home', '%s', 4)".formatted(home, maya.id));
    world.run(
        "INSERT INTO household_members (household_id, user_id, invited_by)"
            + " VALUES ('%s', '%s', '%s')".formatted(home, guest, maya.id));
    world.run(
        "INSERT INTO family_alerts (household_id, member_user_id, alert_type, title, description)"
            + " VALUES ('%s', '%s', 'crisis', 'a', 'b')".formatted(home, guest));
    ask(
        Client.of(world, guest),
        "POST /households/{id}/invitation",
        home,
        "",
        "{\"invitation_status\": \"accepted\"}");
    ask(herself, "GET /households", "");
    ask(herself, "GET /households/{id}", home, "", "");
    ask(herself, "GET /households/{id}/members", home, "", "");
    ask(herself, "GET /households/{id}/family-alerts", home, "", "");
    String alert = world.one("SELECT id FROM family_alerts");
    ask(herself, "POST /family-alerts/{id}/acknowledge", alert, "", "");
    ask(herself, "GET /households/{id}/family-alerts", home, "", "");
  }

  private void conversation() {
    maya.texts("hello");
    maya.receives(1);
    ask(admin, "PUT /users/{id}/takeover", "");
    ask(herself, "GET /users/{id}/takeover", "");
    String said = ask(admin, "POST /users/{id}/messages", "{\"content\": \"Hi\"}").text("id");
    ask(admin, "GET /users/{id}/messages/{row}", maya.id, said, "");
    ask(admin, "GET /users/{id}/messages", "");
    ask(admin, "DELETE /users/{id}/takeover", "");
    ask(admin, "GET /users/{id}/takeover", "");
  }

  private void crisis() {
    world.contact(maya, "Tom", "+12025550183", "tom@example.org").isPaged(0);
    maya.texts("I am going to kill myself tonight");
    maya.incidentIs("notified");
    String incident = maya.incident("id");
    ask(admin, "GET /crisis-interventions?status=open", "");
    ask(admin, "GET /crisis-interventions/{id}", incident, "", "");
    ask(admin, "POST /crisis-interventions/{id}/acknowledge", incident, "", "");
    ask(admin, "POST /crisis-interventions/{id}/resolve", incident, "", "{\"outcome\": \"Safe\"}");
    ask(admin, "POST /crisis-interventions/{id}/acknowledge", incident, "", "");
    ask(herself, "GET /crisis-interventions/{id}", incident, "", "");
    ask(admin, "GET /users/{id}/timeline?limit=200", "");
  }

  private void voices() {
    String voice =
        ask(
                admin,
                "POST /therapist-personalities",
                "{\"name\": \"Kofi\", \"title\": \"Friend\", \"description\": \"Calm\","
                    + " \"approach\": \"CBT\", \"communication_style\": \"warm\"}")
            .text("id");
    ask(herself, "GET /therapist-personalities", "");
    ask(herself, "GET /therapist-personalities/{id}", voice, "", "");
    ask(admin, "PATCH /therapist-personalities/{id}", voice, "", "{\"is_active\": false}");
  }

  private void ends() {
    ask(herself, "GET /users/{id}/export", "");
    assertThat(ask(herself, "DELETE /users/{id}", "").status()).isEqualTo(204);
  }
}
