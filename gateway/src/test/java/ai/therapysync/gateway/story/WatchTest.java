package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.simulator.mail.Mail;
import ai.therapysync.gateway.simulator.network.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway watches itself, and says when what must go on does not. */
final class WatchTest {
  private static final String HIGH = "I want to kill myself";
  private static final String DESK = "desk@therapysync.example";

  private World world;
  private Someone maya;
  private Contact tom;
  private Contact ana;

  @BeforeEach
  void mayaHasTwoContacts() {
    world = World.brisk(Map.of("ESCALATION_ACK_TIMEOUT", "PT10M"));
    maya = world.person("Maya", "+12025550141");
    tom = world.contact(maya, "Tom", "+12025550151", "");
    ana = world.contact(maya, "Ana", "+12025550152", "");
    world.run("UPDATE emergency_contacts SET is_primary = true WHERE id = '" + tom.id + "'");
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aLadderThatLostItsTimerGoesOnAndOperatorsHearOfIt() {
    maya.texts(HIGH);
    tom.isPaged();
    maya.incidentIs("notified");
    world.run("DELETE FROM gateway.crisis_tasks WHERE task_instance LIKE '%:RUNG:%'");
    world.clock.pass(Duration.ofSeconds(629));
    looks();
    assertThat(ana.pages()).isEmpty();
    world.clock.pass(Duration.ofSeconds(31));
    ana.isPaged();
    operatorsHear("A ladder has stood still", 1);
    assertThat(
            world.one(
                "SELECT string_agg(what, ' ' ORDER BY id) FROM gateway.incident_events"
                    + " WHERE what IN ('timer_restored', 'rung_unanswered')"))
        .isEqualTo("timer_restored rung_unanswered");
    assertThat(alerts("A ladder has stood still").getFirst().text())
        .contains(maya.incident("id"))
        .doesNotContain("Maya", "2025550");
  }

  @Test
  void aLadderThatSleptWithAllTheRestIsNoAlarm() {
    maya.texts(HIGH);
    tom.isPaged();
    world.clock.pass(Duration.ofMinutes(11));
    ana.isPaged();
    looks();
    world.clock.pass(Duration.ofSeconds(31));
    looks();
    assertThat(alerts("A ladder has stood still")).isEmpty();
    assertThat(figure("gateway_ladder_stuck")).isEqualTo("0.0");
  }

  @Test
  void aProviderThatTakesNothingIsToldAtOnceAndEveryQuarterOfAnHour() {
    looks();
    world.simulation.network().fault(tom.number, Fault.BROKEN);
    world.simulation.network().fault(ana.number, Fault.BROKEN);
    world.simulation.network().fault(maya.number, Fault.BROKEN);
    maya.texts(HIGH);
    Await.until(
        "a page that was tried twice",
        () ->
            Integer.parseInt(
                    world.one("SELECT max(attempts) FROM gateway.outbox WHERE channel = 'sms'"))
                > 1);
    step(7);
    operatorsHear("A provider takes no messages", 1);
    operatorsHear("Crisis work has been waiting", 1);
    assertThat(figure("gateway_provider_up{provider=\"twilio\"}")).isEqualTo("0.0");
    assertThat(figure("gateway_provider_up{provider=\"smtp\"}")).isEqualTo("1.0");
    assertThat(Double.parseDouble(figure("gateway_crisis_queue_age_seconds"))).isGreaterThan(60);
    step(20);
    assertThat(alerts("A provider takes no messages")).hasSize(1);
    step(25);
    operatorsHear("A provider takes no messages", 2);
    assertThat(alerts("A provider takes no messages")).hasSize(2);
  }

  @Test
  void aProviderThatFailsAgainAndAgainIsToldThoughItTookOneJustNow() {
    Someone lee = world.person("Lee", "+12025550142").unhurried();
    lee.texts("hello");
    lee.receives(1);
    world.simulation.network().fault(tom.number, Fault.BROKEN);
    world.simulation.network().fault(maya.number, Fault.BROKEN);
    maya.texts(HIGH);
    for (int attempt = 1; attempt <= 6; attempt++) {
      int tries = attempt;
      Await.until(
          "page and safe reply are tried again",
          () ->
              Integer.parseInt(
                      world.one(
                          "SELECT coalesce(min(attempts), 0) FROM gateway.outbox"
                              + " WHERE channel = 'sms' AND state <> 'accepted'"))
                  >= tries);
      world.clock.pass(Duration.ofSeconds(6));
    }
    looks();
    world.clock.pass(Duration.ofSeconds(29));
    looks();
    operatorsHear("A provider takes no messages", 1);
    assertThat(alerts("A provider takes no messages").getFirst().text())
        .contains("twilio")
        .doesNotContain("Maya", "2025550");
    assertThat(figure("gateway_provider_up{provider=\"twilio\"}")).isEqualTo("0.0");
  }

  @Test
  void aPageWithoutReceiptIsToldWhereThisSenderGetsReceipts() {
    Someone lee = world.person("Lee", "+12025550142").unhurried();
    lee.texts("hello");
    lee.receives(1);
    Await.until(
        "a receipt",
        () -> !world.one("SELECT count(receipt_at) FROM gateway.deliveries").equals("0"));
    world.simulation.network().fault(tom.number, Fault.SILENT);
    maya.texts(HIGH);
    tom.isPaged();
    maya.incidentIs("notified");
    step(6);
    operatorsHear("has no receipt, though others have", 1);
    ana.isPaged();
  }

  /** So many looks of the watch, 29 s apart: it is never late. */
  private void step(int looks) {
    for (int one = 0; one < looks; one++) {
      looks();
      world.clock.pass(Duration.ofSeconds(29));
    }
    looks();
  }

  /** The watch has looked, and its next look is still to come. */
  private void looks() {
    Await.until(
        "a look of the watch",
        () ->
            world
                .one(
                    "SELECT count(*) FROM gateway.crisis_tasks WHERE task_name = 'watch'"
                        + " AND NOT picked AND execution_time > '"
                        + world.clock.instant()
                        + "'")
                .equals("1"));
  }

  private List<Mail> alerts(String words) {
    return world.simulation.mail().mailsTo(DESK).stream()
        .filter(mail -> mail.text().contains(words))
        .toList();
  }

  private void operatorsHear(String words, int times) {
    Await.until(
        "operators hear \"" + words + "\" among " + alerts("").size() + " alerts",
        () -> alerts(words).size() >= times);
    assertThat(alerts(words)).hasSize(times);
  }

  /** A figure as Prometheus reads it. */
  private String figure(String name) {
    HttpRequest request = HttpRequest.newBuilder(URI.create(world.url() + "/metrics")).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(request, HttpResponse.BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> line.substring(name.length() + 1))
          .findFirst()
          .orElse("none");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
