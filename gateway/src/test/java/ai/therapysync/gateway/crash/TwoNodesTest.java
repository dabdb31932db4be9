package ai.therapysync.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one database: what one does, the other does not do again. */
final class TwoNodesTest {
  private static final String CRY = "I want to die. I am going to kill myself tonight";
  private static final String IN_DANGER = "+12025550120";
  private static final String CONTACT = "+12025550150";
  private static final int PEOPLE = 8;

  private final Site site;
  private final Node one;
  private final Node other;

  TwoNodesTest(@TempDir Path logs) {
    site = new Site(logs, Duration.ofMillis(20), Map.of());
    one = site.node();
    other = site.node();
  }

  @BeforeEach
  void ready() {
    site.leadTo(one.isReady());
    other.isReady();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void theyReceiveTheSameMessagesAtOnceAndOneOfThemIsAskedToStop() {
    everybodyIsAnsweredOnce();
    whatIsInHandIsFinished();
  }

  private void everybodyIsAnsweredOnce() {
    List<Webhook> webhooks = new ArrayList<>();
    for (int i = 1; i <= PEOPLE; i++) {
      site.person("Maya", number(i), 0);
      webhooks.add(site.webhook(number(i), "I could not sleep"));
    }
    site.contact(site.person("Eve", IN_DANGER, 0), "Tom", CONTACT);
    webhooks.add(site.webhook(IN_DANGER, CRY));
    webhooks.add(site.webhook(IN_DANGER, "I will kill myself tonight"));

    assertThat(postedToBoth(webhooks)).hasSize(4 * webhooks.size()).containsOnly(200);

    site.isQuiet(Duration.ofSeconds(20));
    for (int i = 1; i <= PEOPLE; i++) {
      assertThat(site.shows(number(i))).hasSize(1);
    }
    assertThat(site.shows(IN_DANGER)).hasSize(2).doesNotHaveDuplicates();
    assertThat(site.shows(CONTACT)).hasSize(1);
    assertThat(site.database.value("SELECT count(*) FROM crisis_interventions")).isEqualTo("1");
    assertThat(site.database.value("SELECT count(*) FROM gateway.inbound"))
        .isEqualTo(Integer.toString(webhooks.size()));
  }

  /** On SIGTERM: an answer that the provider takes its time over is waited for. */
  private void whatIsInHandIsFinished() {
    other.hang();
    site.toProvider.become(Cable.State.MUTE);
    assertThat(site.texts(number(1), "I could not eat").join()).isEqualTo(200);
    site.shows(number(1), 2);
    one.terminate();
    site.database.run("SELECT pg_sleep(2)");
    site.toProvider.become(Cable.State.WHOLE);
    assertThat(one.ends(Duration.ofSeconds(8))).isIn(0, 143);
    assertThat(site.database.value("SELECT count(*) FROM gateway.outbox WHERE state <> 'accepted'"))
        .isEqualTo("0");
    site.leadTo(other);
    other.goOn();
    site.texts(number(2), "I could not eat").join();
    site.shows(number(2), 2);
    site.isQuiet(Duration.ofSeconds(20));
    assertThat(site.shows(number(1))).hasSize(2);
  }

  /** Each message twice to each node, all at once. */
  private List<Integer> postedToBoth(List<Webhook> webhooks) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Integer>> answers = new ArrayList<>();
      for (Webhook webhook : webhooks) {
        for (Node node : List.of(one, other, one, other)) {
          answers.add(CompletableFuture.supplyAsync(() -> webhook.postTo(node), threads));
        }
      }
      return answers.stream().map(CompletableFuture::join).toList();
    }
  }

  private static String number(int person) {
    return "+1202555013" + person;
  }
}
