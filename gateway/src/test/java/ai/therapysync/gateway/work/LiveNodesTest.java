package ai.therapysync.gateway.work;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.story.Await;
import ai.therapysync.persistence.TestDatabase;
import ai.therapysync.persistence.tasks.NodeRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Nodes on one PostgreSQL know of each other while they send, and for half a minute longer. */
final class LiveNodesTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final InstantSource clock = now::get;

  @Test
  void twoNodesThatSendKnowOfEachOtherAndOneThatWasKilledIsForgotten() {
    try (TestDatabase database = TestDatabase.fresh();
        LiveNodes one = node(database)) {
      LiveNodes killed = node(database);
      knows(one, 1);
      rows(database, 1);
      knows(killed, 2);
      rows(database, 2);
      assertThat(one.getAsInt()).as("counted less than 10 s ago").isEqualTo(1);

      pass(Duration.ofSeconds(11));
      knows(one, 2);
      pass(Duration.ofSeconds(20));
      knows(one, 1);

      pass(Duration.ofMinutes(11));
      one.getAsInt();
      rows(database, 1);
    }
  }

  @Test
  void aNodeThatStopsIsGoneAtOnce() {
    try (TestDatabase database = TestDatabase.fresh();
        LiveNodes one = node(database)) {
      try (LiveNodes other = node(database)) {
        knows(one, 1);
        rows(database, 1);
        knows(other, 2);
        rows(database, 2);
        pass(Duration.ofSeconds(11));
        knows(one, 2);
      }
      rows(database, 1);
      pass(Duration.ofSeconds(11));
      knows(one, 1);
    }
  }

  @Test
  void withTheDatabaseAwayTheNumberKnownLastHoldsAndNobodyWaits() {
    try (TestDatabase database = TestDatabase.fresh();
        LiveNodes one = node(database);
        LiveNodes other = node(database)) {
      knows(other, 1);
      rows(database, 1);
      knows(one, 2);
      database.closesItsDoors();
      pass(Duration.ofSeconds(40));
      long start = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        assertThat(one.getAsInt()).isEqualTo(2);
        pass(Duration.ofSeconds(40));
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      database.opensItsDoors();
      Await.until(
          "counted again",
          () -> {
            pass(Duration.ofSeconds(40));
            return one.getAsInt() == 1;
          });
    }
  }

  @Test
  void aClockThatIsSetBackPutsNoCountOff() {
    try (TestDatabase database = TestDatabase.fresh();
        LiveNodes one = node(database);
        LiveNodes other = node(database)) {
      knows(one, 1);
      rows(database, 1);
      pass(Duration.ofHours(-3));
      knows(other, 2);
      rows(database, 2);
      knows(one, 2);
    }
  }

  private LiveNodes node(TestDatabase database) {
    return new LiveNodes(new NodeRows(database.database().jdbi()), clock);
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private static void knows(LiveNodes node, int nodes) {
    Await.until(nodes + " nodes", () -> node.getAsInt() == nodes);
  }

  private static void rows(TestDatabase database, int rows) {
    Await.until(
        rows + " rows",
        () -> database.value("SELECT count(*) FROM gateway.nodes").equals(Integer.toString(rows)));
  }
}
