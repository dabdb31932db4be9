package ai.therapysync.gateway.story;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What a model is asked, and what it says, stands in no log at any level. */
final class ModelDiscretionTest {
  private static final String[] PRIVATE = {
    "amber kingfisher", "silver otter", "Never give a diagnosis", "Maya", "2025550141", "a-key"
  };
  private static final List<String> LOUDEST = List.of("dev.langchain4j", "ai.therapysync");

  private final ListAppender<ILoggingEvent> seen = new ListAppender<>();
  private final Map<Logger, Level> before = new HashMap<>();
  private final FakeModel model = new FakeModel();

  @BeforeEach
  void listen() {
    seen.start();
    for (String name : LOUDEST) {
      Logger logger = (Logger) LoggerFactory.getLogger(name);
      before.put(logger, logger.getLevel());
      logger.setLevel(Level.TRACE);
      logger.addAppender(seen);
    }
  }

  @AfterEach
  void stop() {
    before.forEach((logger, level) -> {
      logger.setLevel(level);
      logger.detachAppender(seen);
    });
    model.close();
  }

  @Test
  void neitherGoodAnswersNorErrorsThatRepeatThemLeaveATrace() {
    String echo = "{\"error\": {\"message\": \"amber kingfisher, Never give a diagnosis\"}}";
    List<ResponseDefinitionBuilder> answers =
        List.of(
            FakeModel.answer("A silver otter sleeps well. What about you?"),
            FakeModel.answer("A silver otter says: stop taking your pills."),
            aResponse().withStatus(400).withBody(echo),
            aResponse().withStatus(401).withBody(echo),
            okJson("{\"choices\": [{\"message\": {\"content\": \"silver otter"),
            aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    try (World world = World.brisk(model.environment())) {
      Someone maya = world.person("Maya", "+12025550141").unhurried();
      for (int i = 0; i < answers.size(); i++) {
        model.answers(answers.get(i));
        maya.texts("an amber kingfisher woke me, " + i);
        maya.receives(i + 1);
      }
      assertThat(model.asked()).isNotEmpty();
      assertThat(
              world.one(
                  "SELECT string_agg(ai_response_metadata::text, '') FROM whatsapp_messages"
                      + " WHERE ai_response_metadata IS NOT NULL"))
          .contains("its key is not accepted")
          .doesNotContain(PRIVATE);
      assertThat(world.one("SELECT json_agg(g)::text FROM gateway.gate_decisions g"))
          .doesNotContain(PRIVATE);
    }
    List<ILoggingEvent> events;
    synchronized (seen) {
      events = List.copyOf(seen.list);
    }
    assertThat(events)
        .anyMatch(event -> event.getFormattedMessage().contains("gave no answer"))
        .allSatisfy(event -> assertThat(words(event)).doesNotContain(PRIVATE));
  }

  private static String words(ILoggingEvent event) {
    StringBuilder words = new StringBuilder(event.getFormattedMessage());
    for (IThrowableProxy why = event.getThrowableProxy(); why != null; why = why.getCause()) {
      words.append(' ').append(why.getMessage());
    }
    return words.toString();
  }
}
