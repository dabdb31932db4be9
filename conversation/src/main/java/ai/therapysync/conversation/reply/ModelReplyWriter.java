package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.delivery.Gsm;
import ai.therapysync.conversation.reply.ModelAnswer.Failed;
import ai.therapysync.conversation.reply.ModelAnswer.Refused;
import ai.therapysync.conversation.reply.ModelAnswer.Said;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets a model write and the guard look at it; what can't be sent is asked for once more, and then
 * the offline companion writes. Both tries together take no longer than one time limit.
 */
public final class ModelReplyWriter implements ReplyWriter {
  /** With less time left a second try would only keep the person waiting. */
  private static final Duration WORTH_A_TRY = Duration.ofSeconds(1);

  private final String provider;
  private final LanguageModel model;
  private final Duration timeLimit;
  private final OfflineCompanion offline;
  private final ReplyGuard guard = new ReplyGuard();
  private final PromptWriter prompts = new PromptWriter();

  /**
   * A writer.
   *
   * @param provider {@code openai}, {@code anthropic}, {@code ollama}: for the metadata
   */
  public ModelReplyWriter(
      String provider, LanguageModel model, Duration timeLimit, OfflineCompanion offline) {
    this.provider = provider;
    this.model = model;
    this.timeLimit = timeLimit;
    this.offline = offline;
  }

  @Override
  public Reply write(ReplyRequest request) {
    Prompt prompt = prompts.write(request);
    return switch (model.ask(prompt, timeLimit)) {
      case Said said -> judge(request, prompt, said);
      case Refused refused -> offline(request, "refused: " + refused.why());
      case Failed failed -> offline(request, "failed: " + failed.why());
    };
  }

  private Reply judge(ReplyRequest request, Prompt prompt, Said first) {
    Verdict verdict = guard.check(first.text(), request, prompt);
    if (verdict.passes()) {
      return reply(request, prompt, first, "passed");
    }
    Duration left = timeLimit.minusMillis(first.millis());
    if (left.compareTo(WORTH_A_TRY) < 0) {
      return offline(request, "guard: " + verdict.words());
    }
    Prompt corrected = prompt.and(prompts.correction(verdict.words()));
    return switch (model.ask(corrected, left)) {
      case Said second -> judgeAgain(request, corrected, second, verdict);
      case Refused refused -> offline(request, "guard: " + verdict.words());
      case Failed failed -> offline(request, "guard: " + verdict.words());
    };
  }

  private Reply judgeAgain(ReplyRequest request, Prompt prompt, Said second, Verdict before) {
    Verdict verdict = guard.check(second.text(), request, prompt);
    return verdict.passes()
        ? reply(request, prompt, second, "passed after: " + before.words())
        : offline(request, "guard: " + before.words() + "; again: " + verdict.words());
  }

  private Reply reply(ReplyRequest request, Prompt prompt, Said said, String verdict) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("provider", provider);
    metadata.put("model", said.model());
    metadata.put("tokens_in", Integer.toString(said.tokensIn()));
    metadata.put("tokens_out", Integer.toString(said.tokensOut()));
    metadata.put("milliseconds", Long.toString(said.millis()));
    metadata.put("prompt_version", prompt.version());
    metadata.put("guard_verdict", verdict);
    metadata.put("personality", request.person().personality().id());
    metadata.put("memories_used", Integer.toString(request.memories().size()));
    String text = Gsm.plain(said.text()).strip();
    return new Reply(offline.introduced(text, request), metadata, offline.learned(request));
  }

  private Reply offline(ReplyRequest request, String why) {
    Reply reply = offline.write(request);
    Map<String, String> metadata = new LinkedHashMap<>(reply.metadata());
    metadata.put("instead_of", provider);
    metadata.put("prompt_version", PromptWriter.VERSION);
    metadata.put("guard_verdict", why);
    return new Reply(reply.text(), metadata, reply.learned());
  }
}
