package ai.therapysync.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.story.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The database or a provider is away for a while: a node goes on by itself when it is back. */
@TestInstance(Lifecycle.PER_CLASS)
final class OutageTest {
  private static final String CRY = "I want to die. I am going to kill myself tonight";

  private final Site site;
  private final Node node;

  OutageTest(@TempDir Path logs) {
    site = new Site(logs, Duration.ofMillis(20), Map.of());
    node = site.node();
  }

  @BeforeAll
  void ready() {
    site.leadTo(node.isReady());
  }

  @AfterAll
  void close() {
    site.close();
  }

  @Test
  void whileTheDatabaseIsAwayNothingIsAcceptedAndAfterwardsAllGoesOn() {
    site.person("Maya", "+12025550141", 2);
    site.texts("+12025550141", "I could not sleep").join();
    site.toDatabase.become(Cable.State.CUT);
    Webhook refused = site.webhook("+12025550141", "and I could not eat");
    long before = System.nanoTime();
    assertThat(refused.postTo(node)).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    assertThat(node.ready()).isEqualTo(503);
    site.database.run("SELECT pg_sleep(2)");

    site.toDatabase.become(Cable.State.WHOLE);
    Await.until("ready again", () -> node.ready() == 200);
    assertThat(refused.postTo(node)).isEqualTo(200);
    site.shows("+12025550141", 1);
    site.isQuiet(Duration.ofSeconds(20));
    assertThat(
            site.database.value(
                "SELECT count(*) FROM gateway.inbound WHERE address =" + " '+12025550141'"))
        .isEqualTo("2");
  }

  @Test
  void aDatabaseThatHangsIsNotWaitedForLongerThanAProviderWaits() {
    site.person("Nora", "+12025550142", 0);
    site.texts("+12025550142", "Hello").join();
    site.shows("+12025550142", 1);
    site.toDatabase.become(Cable.State.FROZEN);
    Webhook refused = site.webhook("+12025550142", "I could not sleep");
    long before = System.nanoTime();
    assertThat(refused.postTo(node)).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(14));

    site.toDatabase.become(Cable.State.WHOLE);
    Await.until("stored", () -> refused.postTo(node) == 200);
    site.shows("+12025550142", 2);
    site.isQuiet(Duration.ofSeconds(20));
    assertThat(site.shows("+12025550142")).hasSize(2);
  }

  @Test
  void aDatabaseThatRestartsTakesNothingWithIt() {
    site.person("Olga", "+12025550143", 1);
    for (int i = 1; i <= 3; i++) {
      String ports = site.toDatabase.ports().toString().replace('[', '(').replace(']', ')');
      site.database.run(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE client_port IN " + ports);
      Webhook webhook = site.webhook("+12025550143", "Message " + i);
      Await.until("stored", () -> webhook.postTo(node) == 200);
    }
    site.shows("+12025550143", 1);
    site.isQuiet(Duration.ofSeconds(20));
    assertThat(site.shows("+12025550143")).hasSizeBetween(1, 3);
  }

  @Test
  void whatAProviderDidNotTakeIsSentOnceWhenItIsBack() {
    site.person("Pia", "+12025550144", 0);
    site.contact(site.person("Quinn", "+12025550145", 0), "Tom", "+12025550151");
    site.toProvider.become(Cable.State.CUT);
    assertThat(site.texts("+12025550144", "I could not sleep").join()).isEqualTo(200);
    assertThat(site.texts("+12025550145", CRY).join()).isEqualTo(200);
    site.is(
        "3",
        "SELECT count(*) FROM gateway.outbox WHERE attempts >= 2 AND channel = 'sms'"
            + " AND state IN ('waiting', 'sending')");
    site.toProvider.become(Cable.State.WHOLE);
    Await.within(Duration.ofSeconds(10), "a page", () -> site.shows("+12025550151").size() == 1);
    Await.within(
        Duration.ofSeconds(10), "a safe reply", () -> site.shows("+12025550145").size() == 1);
    site.shows("+12025550144", 1);
    site.isQuiet(Duration.ofSeconds(20));
    assertThat(site.shows("+12025550144")).hasSize(1);
    assertThat(site.shows("+12025550145")).hasSize(1);
    assertThat(site.shows("+12025550151")).hasSize(1);
  }
}
