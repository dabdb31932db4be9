package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.reply.ModelAnswer.Failed;
import ai.therapysync.conversation.reply.ModelAnswer.Refused;
import ai.therapysync.conversation.reply.ModelAnswer.Said;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a model write and the guard look at it; what can't be sent is asked for once more, and then
 * the offline companion writes. Both tries together take no longer than one time limit.
 */
public final class ModelReplyWriter implements ReplyWriter {
  private static final int MOST_TRIES = 2;

  /** With less time left a second try would only keep the person waiting. */
  private static final Duration WORTH_A_TRY = Duration.ofMillis(250);

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
    Tries tries = new Tries();
    Prompt prompt = prompts.write(request);
    Optional<String> text = ask(request, prompt, timeLimit, tries);
    for (int again = 1; again < MOST_TRIES && text.isEmpty(); again++) {
      Duration left = timeLimit.minusMillis(tries.millis());
      if (tries.hasFailed() || left.compareTo(WORTH_A_TRY) < 0) {
        break;
      }
      Prompt corrected = prompt.and(prompts.correction(tries.lastFault()));
      text = ask(request, corrected, left, tries);
    }
    return text.map(words -> written(request, words, tries))
        .orElseGet(() -> offline(request, tries));
  }

  /** Its words where they may be sent; else the tries know what is wrong. */
  private Optional<String> ask(ReplyRequest request, Prompt prompt, Duration limit, Tries tries) {
    ModelAnswer answer = model.ask(prompt, limit);
    tries.count(answer);
    return switch (answer) {
      case Said said -> {
        String text = Tidy.of(said.text());
        Verdict verdict = guard.check(text, request, prompt);
        if (verdict.passes()) {
          yield Optional.of(text);
        }
        tries.fault(verdict.words());
        yield Optional.empty();
      }
      case Refused refused -> {
        tries.fault("refused: " + refused.why());
        yield Optional.empty();
      }
      case Failed failed -> {
        tries.failed("failed: " + failed.why());
        yield Optional.empty();
      }
    };
  }

  private Reply written(ReplyRequest request, String text, Tries tries) {
    Map<String, String> metadata = new HashMap<>(tries.metadata(true));
    metadata.put("provider", provider);
    metadata.put("personality", request.person().personality().id());
    metadata.put("language", request.person().language().code());
    metadata.put("memories_used", Integer.toString(request.memories().size()));
    return new Reply(offline.introduced(text, request), metadata, offline.learned(request));
  }

  private Reply offline(ReplyRequest request, Tries tries) {
    Reply reply = offline.write(request);
    Map<String, String> metadata = new HashMap<>(tries.metadata(false));
    metadata.putAll(reply.metadata());
    metadata.put("instead_of", provider);
    return new Reply(reply.text(), metadata, reply.learned(), reply.choices());
  }
}
