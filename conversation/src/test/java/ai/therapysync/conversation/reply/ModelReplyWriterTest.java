package ai.therapysync.conversation.reply;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.message.MessageType;
import ai.therapysync.conversation.reply.ReplyRequest.Incoming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelReplyWriterTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Script model = new Script();
  private final Talk maya =
      new Talk(new ModelReplyWriter("openai", model, LIMIT, new OfflineCompanion()));

  @Test
  void a_fit_answer_is_sent_and_says_once_who_is_speaking() {
    model.says("That sounds hard. What happened?", 300);
    assertThat(maya.says("bad day"))
        .contains("AI companion")
        .endsWith("That sounds hard. What happened?");
    model.says("I see. What did you do then?", 300);
    assertThat(maya.says("my boss shouted")).isEqualTo("I see. What did you do then?");
  }

  @Test
  void an_unfit_answer_gets_one_more_try_that_is_told_why() {
    model.says("You have clinical depression.", 4_000);
    model.says("That sounds heavy. Since when?", 500);
    assertThat(maya.says("I'm sad")).endsWith("That sounds heavy. Since when?");
    assertThat(model.asked.get(1).instructions()).contains("diagnosis");
    assertThat(model.limits.get(1)).isEqualTo(Duration.ofSeconds(16));
  }

  @Test
  void two_unfit_answers_are_replaced() {
    model.says("You have clinical depression.", 10);
    model.says("I'm a licensed therapist.", 10);
    assertThat(maya.says("I'm sad")).doesNotContain("clinical", "licensed").contains("?");
  }

  @Test
  void a_slow_unfit_answer_leaves_no_time_for_a_second_try() {
    model.says("You have clinical depression.", 19_900);
    assertThat(maya.says("I'm sad")).isNotBlank();
    assertThat(model.asked).hasSize(1);
  }

  @Test
  void a_failure_costs_one_try_and_never_the_answer() {
    model.answers.add(new ModelAnswer.Failed("no answer in time", 20_000));
    assertThat(maya.says("hi")).contains("AI companion");
    assertThat(model.asked).hasSize(1);
  }

  @Test
  void a_refusal_gets_one_more_try_within_the_same_limit() {
    model.answers.add(new ModelAnswer.Refused("its content filter", 1_000));
    model.says("That sounds hard. What happened?", 300);
    assertThat(maya.says("bad day")).endsWith("What happened?");
    assertThat(model.limits).containsExactly(LIMIT, LIMIT.minusSeconds(1));
    model.answers.add(new ModelAnswer.Refused("its content filter", 1_000));
    model.answers.add(new ModelAnswer.Refused("its content filter", 1_000));
    assertThat(maya.says("I can't sleep")).contains("?");
    assertThat(model.asked).hasSize(4);
  }

  @Test
  void what_it_cost_and_what_was_wrong_is_told() {
    model.says("You have clinical depression.", 4_000);
    model.says("That sounds heavy. Since when?", 500);
    assertThat(reply("I'm sad").metadata())
        .containsEntry("provider", "openai")
        .containsEntry("model", "small-1")
        .containsEntry("tries", "2")
        .containsEntry("tokens_in", "200")
        .containsEntry("tokens_out", "20")
        .containsEntry("milliseconds", "4500")
        .containsEntry("prompt_version", PromptWriter.VERSION)
        .containsEntry("guard_verdict", "passed after: diagnosis");
    model.says("", 10);
    model.says("word ".repeat(4_000), 10);
    assertThat(reply("I'm sad").metadata())
        .containsEntry("provider", "offline")
        .containsEntry("instead_of", "openai")
        .containsEntry("guard_verdict", "empty; again: too long");
    model.answers.add(new ModelAnswer.Failed("no answer in time", 20_000));
    assertThat(reply("I'm sad").metadata())
        .containsEntry("provider", "offline")
        .containsEntry("milliseconds", "20000")
        .containsEntry("guard_verdict", "failed: no answer in time")
        .doesNotContainKey("model");
  }

  @Test
  void an_answer_is_sent_without_markup_and_without_what_nobody_sees() {
    model.says("# Hello\n\n\n**That** sounds\u0000 \u202Ehard\u200B.\uD800  What `happened`?", 10);
    assertThat(reply("bad day").text()).isEqualTo("Hello\nThat sounds hard. What happened?");
    model.says("\"That sounds hard. What happened?\"", 10);
    assertThat(reply("bad day").text()).isEqualTo("That sounds hard. What happened?");
  }

  @Test
  void a_question_of_ours_stands_beside_one_of_the_models_at_most() {
    model.says("That was a long day. What was the worst of it?", 10);
    assertThat(ended("bad day").text()).endsWith("What was the worst of it?");
    model.says("What happened? And then?", 10);
    model.says("That sounds hard.", 10);
    assertThat(ended("bad day").text()).endsWith("That sounds hard.");
    assertThat(model.asked.getLast().instructions()).contains("too many questions");
  }

  private Reply reply(String text) {
    ReplyWriter writer = new ModelReplyWriter("openai", model, LIMIT, new OfflineCompanion());
    return writer.write(
        maya.request(
            List.of(new Incoming(MessageType.TEXT, text)), ReplyRequest.Tone.ORDINARY, false));
  }

  private Reply ended(String text) {
    ReplyWriter writer = new ModelReplyWriter("openai", model, LIMIT, new OfflineCompanion());
    return writer.write(
        maya.request(
                List.of(new Incoming(MessageType.TEXT, text)), ReplyRequest.Tone.ORDINARY, false)
            .endingWith("How is your mood?"));
  }

  /** A model that says what it was told to say. */
  private static final class Script implements LanguageModel {
    private final List<ModelAnswer> answers = new ArrayList<>();
    private final List<Prompt> asked = new ArrayList<>();
    private final List<Duration> limits = new ArrayList<>();

    void says(String text, long millis) {
      answers.add(new ModelAnswer.Said(text, "small-1", 100, 10, millis));
    }

    @Override
    public ModelAnswer ask(Prompt prompt, Duration timeLimit) {
      asked.add(prompt);
      limits.add(timeLimit);
      return answers.remove(0);
    }
  }
}
