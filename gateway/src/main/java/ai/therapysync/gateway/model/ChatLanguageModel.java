package ai.therapysync.gateway.model;

import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.conversation.reply.ModelAnswer;
import ai.therapysync.conversation.reply.Prompt;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A chat model behind a time limit and a circuit breaker: an answer that trickles in costs one time
 * limit, and while the breaker is open a dead model costs nothing at all.
 */
final class ChatLanguageModel implements LanguageModel {
  private final ChatModel model;
  private final String name;
  private final CircuitBreaker breaker;

  ChatLanguageModel(ChatModel model, String name) {
    this.model = model;
    this.name = name;
    this.breaker = CircuitBreaker.of("language-model", breaker());
  }

  /** Three failures among the last five calls open it; after half a minute one call may try. */
  private static CircuitBreakerConfig breaker() {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(5)
        .minimumNumberOfCalls(3)
        .failureRateThreshold(60)
        .waitDurationInOpenState(Duration.ofSeconds(30))
        .permittedNumberOfCallsInHalfOpenState(1)
        .build();
  }

  @Override
  public ModelAnswer ask(Prompt prompt, Duration timeLimit) {
    if (!breaker.tryAcquirePermission()) {
      return new ModelAnswer.Failed("skipped: it failed repeatedly a moment ago");
    }
    long start = System.nanoTime();
    FutureTask<ChatResponse> task = new FutureTask<>(() -> chat(prompt));
    Thread thread = Thread.ofVirtual().name("language-model").start(task);
    try {
      ChatResponse response = task.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return answer(response, (System.nanoTime() - start) / 1_000_000);
    } catch (ExecutionException e) {
      return failed(Optional.<Throwable>ofNullable(e.getCause()).orElse(e), start);
    } catch (TimeoutException e) {
      thread.interrupt();
      return failed(e, start);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      return failed(e, start);
    }
  }

  private ChatResponse chat(Prompt prompt) {
    return model.chat(
        SystemMessage.from(prompt.instructions()), UserMessage.from(prompt.conversation()));
  }

  private ModelAnswer answer(ChatResponse response, long millis) {
    if (response.finishReason() == FinishReason.CONTENT_FILTER) {
      return new ModelAnswer.Refused("its content filter");
    }
    String text = Optional.ofNullable(response.aiMessage().text()).orElse("");
    Optional<TokenUsage> usage = Optional.ofNullable(response.tokenUsage());
    return new ModelAnswer.Said(
        text,
        Optional.ofNullable(response.modelName()).orElse(name),
        usage.map(TokenUsage::inputTokenCount).orElse(0),
        usage.map(TokenUsage::outputTokenCount).orElse(0),
        millis);
  }

  /** Only the kind of failure is told: providers repeat the request's words in their errors. */
  private ModelAnswer failed(Throwable why, long start) {
    if (why instanceof ContentFilteredException) {
      breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      return new ModelAnswer.Refused("its content filter");
    }
    String kind = isTimeout(why) ? "no answer in time" : why.getClass().getSimpleName();
    breaker.onError(
        System.nanoTime() - start, TimeUnit.NANOSECONDS, new IllegalStateException(kind));
    return new ModelAnswer.Failed(kind);
  }

  /** Our own time limit and the library's run side by side; either may be the first. */
  private static boolean isTimeout(Throwable why) {
    return why instanceof TimeoutException
        || why instanceof dev.langchain4j.exception.TimeoutException;
  }
}
