package ai.therapysync.gateway.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.reply.AnswerForm;
import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.conversation.reply.ModelAnswer;
import ai.therapysync.conversation.reply.ModelAnswer.Failed;
import ai.therapysync.conversation.reply.ModelAnswer.Refused;
import ai.therapysync.conversation.reply.ModelAnswer.Said;
import ai.therapysync.conversation.reply.Prompt;
import ai.therapysync.conversation.reply.Prompt.Section;
import ai.therapysync.gateway.model.FakeProvider.Kind;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each provider by its own protocol: what it is sent, what it says, and every way to fail. */
final class ProvidersTest {
  private static final Duration LONG = Duration.ofSeconds(10);
  private static final String PRIVATE = "the heron on the jetty";
  private static final AnswerForm.Fields FORM =
      new AnswerForm.Fields(
          "what was seen",
          Map.of(
              "birds",
              new AnswerForm.ListOf(
                  "each", new AnswerForm.OneOf("which", List.of("heron", "wren")))));

  @ParameterizedTest
  @EnumSource(Kind.class)
  void isSentInstructionsAndConversationApartAndSaysWhatItCost(Kind kind) {
    try (FakeProvider provider = new FakeProvider(kind)) {
      provider.says("That sounds like a long week. What weighs on you most?");
      assertThat(provider.model(LONG).ask(prompt(), LONG))
          .isInstanceOfSatisfying(
              Said.class,
              said -> {
                assertThat(said.text()).endsWith("What weighs on you most?");
                assertThat(said.model()).isEqualTo("small-1-2026");
                assertThat(said.tokensIn()).isEqualTo(321);
                assertThat(said.tokensOut()).isEqualTo(12);
                assertThat(said.millis()).isNotNegative();
              });
      LoggedRequest asked = only(provider);
      assertThat(asked.getHeader(kind.keyHeader)).isEqualTo(kind.key);
      assertThat(asked.getHeader("Upgrade")).isNull();
      assertThat(asked.getBodyAsString().replace(" ", ""))
          .contains("\"model\":\"small-1\"")
          .contains("\"role\":\"user\"")
          .contains("theherononthejetty")
          .containsOnlyOnce("#Rules\\nBekind.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "400, the request is not accepted",
    "401, its key is not accepted",
    "403, its key is not accepted",
    "404, no such model or address",
    "408, no answer in time",
    "429, asked too often",
    "500, a fault of its server",
    "503, a fault of its server",
    "529, a fault of its server"
  })
  void anErrorIsToldInOurWordsAndNotRepeatedBehindOurBack(int status, String why) {
    for (Kind kind : Kind.values()) {
      try (FakeProvider provider = new FakeProvider(kind)) {
        provider.answers(
            aResponse()
                .withStatus(status)
                .withHeader("Retry-After", "1")
                .withBody(kind.error(PRIVATE)));
        ModelAnswer answer = provider.model(LONG).ask(prompt(), LONG);
        assertThat(answer)
            .isInstanceOfSatisfying(
                Failed.class, failed -> assertThat(failed.why()).isEqualTo(why));
        assertThat(answer.toString()).doesNotContain(PRIVATE);
        only(provider);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aHangCostsOneTimeLimit(Kind kind) {
    Duration limit = Duration.ofMillis(300);
    try (FakeProvider provider = new FakeProvider(kind)) {
      provider.answers(okJson(kind.says("Too late.")).withFixedDelay(5_000));
      assertThat(timed(provider.model(limit), limit)).isInstanceOf(Failed.class);
      only(provider);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void anAnswerThatTricklesInCostsOneTimeLimit(Kind kind) {
    Duration limit = Duration.ofMillis(300);
    try (FakeProvider provider = new FakeProvider(kind)) {
      provider.answers(okJson(kind.says("Drop by drop.")).withChunkedDribbleDelay(50, 5_000));
      assertThat(timed(provider.model(limit), limit))
          .isInstanceOfSatisfying(
              Failed.class, failed -> assertThat(failed.why()).isEqualTo("no answer in time"));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatIsNoAnswerIsAFailure(Kind kind) {
    try (FakeProvider provider = new FakeProvider(kind)) {
      for (String body :
          List.of("<html>hello</html>", "", "[]", "null", kind.says(PRIVATE).substring(0, 120))) {
        provider.answers(okJson(body));
        assertThat(provider.model(LONG).ask(prompt(), LONG))
            .as(body)
            .isInstanceOfSatisfying(
                Failed.class,
                failed -> assertThat(failed.why()).isEqualTo("an answer of another form"));
      }
      for (Fault fault : List.of(Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE)) {
        provider.answers(aResponse().withFault(fault));
        assertThat(provider.model(LONG).ask(prompt(), LONG))
            .isInstanceOfSatisfying(
                Failed.class, failed -> assertThat(failed.why()).isEqualTo("out of reach"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nothingRefusedAndCutOffAreNeverTakenForAnAnswer(Kind kind) {
    try (FakeProvider provider = new FakeProvider(kind)) {
      LanguageModel model = provider.model(LONG);
      provider.answers(okJson(kind.nothing()));
      assertThat(unsaid(model.ask(prompt(), LONG))).isTrue();
      provider.answers(okJson(kind.filtered()));
      assertThat(model.ask(prompt(), LONG)).isInstanceOf(Refused.class);
      provider.answers(okJson(kind.refused()));
      assertThat(unsaid(model.ask(prompt(), LONG))).isTrue();
      provider.answers(okJson(kind.cutOff("And then you should")));
      assertThat(model.ask(prompt(), LONG)).isInstanceOf(Refused.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nobodyThereIsAFailureAtOnce(Kind kind) {
    try (FakeProvider provider = new FakeProvider(kind)) {
      assertThat(provider.away(LONG).ask(prompt(), LONG))
          .isInstanceOfSatisfying(
              Failed.class,
              failed -> {
                assertThat(failed.why()).isEqualTo("out of reach");
                assertThat(failed.millis()).isLessThan(3_000);
              });
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aDeadModelIsSkippedAtOnce(Kind kind) {
    try (FakeProvider provider = new FakeProvider(kind)) {
      provider.answers(aResponse().withStatus(503));
      LanguageModel model = provider.model(LONG);
      for (int i = 0; i < 6; i++) {
        assertThat(model.ask(prompt(), LONG)).isInstanceOf(Failed.class);
      }
      assertThat(provider.asked()).hasSize(3);
      assertThat(model.ask(prompt(), LONG).toString()).contains("skipped");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void isAskedForAFormByItsSchema(Kind kind) {
    try (FakeProvider provider = new FakeProvider(kind)) {
      provider.says("{\"birds\": [\"heron\"]}");
      assertThat(provider.model(LONG).ask(formed(), LONG)).isInstanceOf(Said.class);
      assertThat(only(provider).getBodyAsString())
          .contains("json_schema", "additionalProperties", "\"heron\"", "\"wren\"");
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void aServerThatKnowsNoSchemaIsAskedWithoutOneFromThenOn(Kind kind) {
    try (FakeProvider provider = new FakeProvider(kind)) {
      provider.says("{\"birds\": []}");
      provider.answers(
          "json_schema",
          aResponse().withStatus(400).withBody(kind.error("unknown field response_format")));
      LanguageModel model = provider.model(LONG);
      assertThat(model.ask(formed(), LONG)).isInstanceOf(Said.class);
      assertThat(model.ask(formed(), LONG)).isInstanceOf(Said.class);
      assertThat(provider.asked()).hasSize(3);
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void whatAModelThinksAloudIsNotItsAnswer(Kind kind) {
    try (FakeProvider provider = new FakeProvider(kind)) {
      provider.says("<think>\nThey seem tired.\n</think>\n\nHow was your day?");
      assertThat(text(provider)).isEqualTo("How was your day?");
      provider.says("<think>They seem tired and then");
      assertThat(text(provider)).isEmpty();
    }
  }

  private static String text(FakeProvider provider) {
    return provider.model(LONG).ask(prompt(), LONG) instanceof Said said
        ? said.text().strip()
        : "no answer";
  }

  /** Whether nothing came that could be sent. */
  private static boolean unsaid(ModelAnswer answer) {
    return switch (answer) {
      case Said said -> said.text().isBlank();
      case Refused _, Failed _ -> true;
    };
  }

  private static ModelAnswer timed(LanguageModel model, Duration limit) {
    long start = System.nanoTime();
    ModelAnswer answer = model.ask(prompt(), limit);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isBetween(limit.dividedBy(2), limit.plusSeconds(2));
    return answer;
  }

  private static LoggedRequest only(FakeProvider provider) {
    assertThat(provider.asked()).hasSize(1);
    return provider.asked().getFirst();
  }

  private static Prompt prompt() {
    return new Prompt("test", List.of(new Section("Rules", "Be kind.", true)), PRIVATE);
  }

  private static Prompt formed() {
    return new Prompt(
        "test", List.of(new Section("Rules", "Be kind.", true)), PRIVATE, Optional.of(FORM));
  }
}
