package ai.therapysync.gateway.crash;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.story.FakeModel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node is killed when half of a long answer is out: another sends the rest, and only that. */
final class KilledBetweenPartsTest {
  private static final String NUMBER = "+12025550117";

  @Test
  void theRestOfALongAnswerIsSentOnce(@TempDir Path logs) {
    try (FakeModel model = new FakeModel()) {
      model.says("You had a long day, and much of it is still with you tonight. ".repeat(40));
      Map<String, String> changes = new HashMap<>(model.environment());
      changes.put("SMS_SEGMENTS_PER_SECOND", "1");
      try (Site site = new Site(logs, Duration.ofMillis(20), changes)) {
        site.person("Maya", NUMBER, 0);
        Node doomed = site.node();
        site.leadTo(doomed.isReady());
        site.texts(NUMBER, "I had a long day").join();
        site.shows(NUMBER, 1);
        site.is("1", "SELECT count(*) FROM gateway.outbox WHERE part = 1 AND state = 'accepted'");
        doomed.kill();
        assertThat(site.shows(NUMBER)).hasSize(1);

        site.leadTo(site.node().isReady());
        site.isQuiet(Duration.ofSeconds(40));
        List<String> shown = site.shows(NUMBER);
        assertThat(shown).hasSize(2);
        assertThat(shown.get(0)).startsWith("(1/2) ");
        assertThat(shown.get(1)).startsWith("(2/2) ");
      }
    }
  }
}
