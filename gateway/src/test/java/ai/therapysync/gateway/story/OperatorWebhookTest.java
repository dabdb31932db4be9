package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine of the operators' is told what they are alarmed of, and nothing more. */
final class OperatorWebhookTest {
  private static final String HIGH = "I want to kill myself";

  private Receiver receiver;
  private World world;
  private Someone maya;

  @BeforeEach
  void operatorsHaveAMachine() throws IOException {
    receiver = new Receiver();
    world =
        World.brisk(
            Map.of(
                "GATEWAY_ENV", "development",
                "OPERATOR_WEBHOOK_URL", receiver.url(),
                "OPERATOR_WEBHOOK_SECRET", Receiver.secret()));
    maya = world.person("Maya", "+12025550181").unhurried();
  }

  @AfterEach
  void close() {
    receiver.close();
    world.close();
  }

  @Test
  void whoAsksForAHumanIsTold() {
    maya.texts("Can I talk to a real person please?");
    Receiver.Call call = receiver.calls("alert.human_asked", 1).getFirst();
    assertThat(call.isSigned()).isTrue();
    assertThat(call.json().path("data").path("user_id").asText()).isEqualTo(maya.id.toString());
    assertThat(call.json().path("data").path("link").asText())
        .isEqualTo(world.url() + "/console/people/" + maya.id);
    assertThat(call.body()).doesNotContain("Maya", "Vale", "2025550", "real person", "@");
    Await.until(
        "a mail with the same link",
        () ->
            world.simulation.mail().mailsTo("desk@therapysync.example").stream()
                .anyMatch(mail -> mail.text().contains("/console/people/" + maya.id)));
  }

  @Test
  void anIncidentThatNobodyTakesIsToldWithItsGravity() {
    maya.texts(HIGH);
    Receiver.Call call = receiver.calls("alert.unanswered", 1).getFirst();
    assertThat(call.isSigned()).isTrue();
    assertThat(call.json().path("data").path("incident_id").asText())
        .isEqualTo(maya.incident("id"));
    assertThat(call.json().path("data").path("level").asText()).isEqualTo("high");
    assertThat(call.json().path("data").path("link").asText())
        .endsWith("/console/incidents/" + maya.incident("id"));
    world.clock.pass(Duration.ofMinutes(15));
    List<Receiver.Call> calls = receiver.calls("alert.unanswered", 2);
    assertThat(calls.get(1).id()).isNotEqualTo(calls.get(0).id());
  }

  @Test
  void whatWasNotTakenComesAgainUnderTheSameId() {
    receiver.answers(500);
    maya.texts("operator");
    receiver.calls("alert.human_asked", 1);
    failed(1);
    world.clock.pass(Duration.ofSeconds(5));
    receiver.calls("alert.human_asked", 2);
    failed(2);
    assertThat(ready()).doesNotContain("operator_webhook");
    world.clock.pass(Duration.ofSeconds(15));
    receiver.calls("alert.human_asked", 3);
    failed(3);
    assertThat(ready())
        .contains("\"operator_webhook\":\"1 alerts were not taken, the last: status 500\"");
    assertThat(page("/metrics")).contains("gateway_operator_webhook_failing 1.0");
    receiver.answers(200);
    world.clock.pass(Duration.ofSeconds(30));
    List<Receiver.Call> calls = receiver.calls("alert.human_asked", 4);
    assertThat(calls).allMatch(Receiver.Call::isSigned);
    assertThat(calls.stream().map(Receiver.Call::id).distinct()).hasSize(1);
    assertThat(calls.stream().map(Receiver.Call::body).distinct()).hasSize(1);
    assertThat(calls.stream().map(Receiver.Call::timestamp).distinct()).hasSize(4);
    Await.until("sent", () -> state().equals("sent"));
    assertThat(ready()).doesNotContain("operator_webhook");
    assertThat(tasks()).isEqualTo("0");
  }

  @Test
  void afterADayItIsGivenUp() {
    receiver.answers(404);
    maya.texts("operator");
    failed(1);
    world.clock.pass(Duration.ofHours(24));
    Await.until("given up", () -> state().equals("given_up"));
    assertThat(ready()).contains("operator_webhook");
    assertThat(tasks()).isEqualTo("0");
    assertThat(receiver.calls("alert.human_asked", 2)).hasSize(2);
  }

  @Test
  void aMachineThatSaysNothingHoldsNobodyUp() {
    receiver.fallsSilent();
    List<Someone> people =
        Stream.of("2", "3", "4", "5", "6", "7", "8", "9")
            .map(last -> world.person("Kim", "+1202555018" + last).unhurried())
            .toList();
    people.forEach(person -> person.texts("operator"));
    Await.until("calls that hang", () -> receiver.calls().size() >= 4);
    Contact tom = world.contact(maya, "Tom", "+12025550191", "");
    maya.texts(HIGH);
    tom.isPaged();
  }

  @Test
  void aNodeThatIsTakenDownLeavesTheRestToTheNext() {
    receiver.answers(503);
    maya.texts("operator");
    failed(1);
    world.stop();
    receiver.answers(204);
    world.clock.pass(Duration.ofSeconds(5));
    world.restart();
    Await.until("sent", () -> state().equals("sent"));
    assertThat(receiver.calls("alert.human_asked", 2).stream().map(Receiver.Call::id).distinct())
        .hasSize(1);
  }

  @Test
  void withoutAMachineTheConsoleStillKnows() {
    try (World other = World.brisk()) {
      Someone lee = other.person("Lee", "+12025550192").unhurried();
      lee.texts("operator");
      assertThat(other.one("SELECT webhook || ' ' || user_id FROM gateway.operator_alerts"))
          .isEqualTo("off " + lee.id);
      assertThat(other.one("SELECT count(*) FROM gateway.crisis_tasks WHERE task_name = 'alert'"))
          .isEqualTo("0");
    }
  }

  @Test
  void ofAStrangerInDangerTheyAreToldWhereTheMessageStands() {
    Phone stranger = new Phone(world, "+12025550193");
    stranger.texts(HIGH);
    Receiver.Call call = receiver.calls("alert.unknown_number", 1).getFirst();
    assertThat(call.json().path("data").path("reference").asText())
        .isEqualTo(world.one("SELECT id FROM gateway.inbound WHERE user_id IS NULL"));
    assertThat(call.body()).doesNotContain("2025550");
  }

  private void failed(int times) {
    Await.until(
        times + " attempts in vain",
        () ->
            world
                .one(
                    "SELECT coalesce(max(a.attempts), 0) FROM gateway.operator_alerts a"
                        + " WHERE a.reason = 'human_asked' AND EXISTS (SELECT 1 FROM gateway.crisis_tasks t"
                        + " WHERE t.task_instance = a.id::text AND NOT t.picked"
                        + " AND t.execution_time > '%s')".formatted(world.clock.instant()))
                .equals(String.valueOf(times)));
  }

  private String state() {
    return world.one("SELECT webhook FROM gateway.operator_alerts WHERE reason = 'human_asked'");
  }

  private String tasks() {
    Await.until(
        "no task",
        () ->
            world
                .one(
                    "SELECT count(*) FROM gateway.crisis_tasks t JOIN gateway.operator_alerts a"
                        + " ON t.task_instance = a.id::text WHERE a.reason = 'human_asked'")
                .equals("0"));
    return "0";
  }

  private String ready() {
    return page("/health/ready");
  }

  private String page(String path) {
    HttpRequest request = HttpRequest.newBuilder(world.url().resolve(path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
