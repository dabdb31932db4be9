package ai.therapysync.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.network.Fault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What nobody but the two who talk may read. */
final class DiscretionTest {
  private static final String[] PRIVATE = {
    "violet hedgehog", "Maya", "Vale", "Tom", "2025550141", "2025550151", "tom@example.org"
  };

  @Test
  @ResourceLock(Resources.SYSTEM_OUT)
  @ResourceLock(Resources.SYSTEM_ERR)
  void neitherLogsNorFiguresNorTheTimelineHoldPrivateWords() throws Exception {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream kept = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(kept);
    System.setErr(kept);
    String figures;
    String timeline;
    try (World world = World.brisk()) {
      Someone maya = world.person("Maya", "+12025550141").unhurried();
      Contact tom = world.contact(maya, "Tom", "+12025550151", "tom@example.org");
      world.simulation.network().fault(maya.number, Fault.BROKEN);
      maya.texts("a violet hedgehog keeps me awake");
      world.simulation.network().fault(tom.number, Fault.REFUSED);
      maya.sends(ChannelName.WHATSAPP, "violet hedgehog, I am going to kill myself tonight");
      tom.isMailed(1);
      new Wire(world).texts("+12025550199", "violet hedgehog");
      world.clock.pass(Duration.ofSeconds(20));
      world.database.closesItsDoors();
      maya.texts("another violet hedgehog");
      world.database.opensItsDoors();
      figures = get(world.url() + "/metrics") + get(world.url() + "/health/ready");
      timeline =
          world.one("SELECT json_agg(g)::text FROM gateway.gate_decisions g")
              + world.one("SELECT json_agg(e)::text FROM gateway.incident_events e")
              + world.one("SELECT json_agg(a)::text FROM crisis_assessments a")
              + world.one("SELECT json_agg(ci)::text FROM crisis_interventions ci");
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    assertThat(figures).contains("gateway_").doesNotContain(PRIVATE);
    assertThat(timeline).contains("incident_opened").doesNotContain(PRIVATE);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .contains("A request was refused")
        .doesNotContain(PRIVATE);
  }

  @Test
  void rule32_noMailHoldsAWordOfTheChat() {
    try (World world = World.brisk(Map.of("ESCALATION_ROUNDS", "1"))) {
      Someone maya = world.person("Maya", "+12025550141").unhurried();
      Contact tom = world.contact(maya, "Tom", "+12025550151", "tom@example.org");
      maya.texts("a violet hedgehog keeps me awake");
      maya.receives(1);
      maya.texts("violet hedgehog, I am going to kill myself tonight");
      tom.isMailed(1);
      world.clock.pass(Duration.ofMinutes(5));
      Await.until(
          "operators",
          () -> !world.simulation.mail().mailsTo("desk@therapysync.example").isEmpty());
      tom.texts("1");
      maya.incidentIs("acknowledged");
      maya.texts("the violet hedgehog is still here and I want to die");
      world.clock.pass(Duration.ofMinutes(16));
      assertThat(world.simulation.mail().mails())
          .isNotEmpty()
          .allSatisfy(mail ->
              assertThat((mail.subject() + mail.text()).toLowerCase(Locale.ROOT))
                  .doesNotContain("violet", "hedgehog", "awake", "kill", "die"));
    }
  }

  private static String get(String url) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }
}
