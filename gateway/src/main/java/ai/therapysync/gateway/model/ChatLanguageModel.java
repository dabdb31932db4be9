package ai.therapysync.gateway.model;

import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.conversation.reply.ModelAnswer;
import ai.therapysync.conversation.reply.ModelAnswer.Failed;
import ai.therapysync.conversation.reply.ModelAnswer.Refused;
import ai.therapysync.conversation.reply.ModelAnswer.Said;
import ai.therapysync.conversation.reply.Prompt;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A chat model behind a time limit and a circuit breaker: an answer that trickles in costs one time
 * limit, and while the breaker is open a dead model costs nothing at all.
 */
final class ChatLanguageModel implements LanguageModel {
  private static final Logger LOG = LoggerFactory.getLogger(ChatLanguageModel.class);

  /** What models of one's own think aloud before they answer; it is not for the person. */
  private static final Pattern THOUGHTS =
      Pattern.compile("^\\s*<think(?:ing)?>.*?(?:</think(?:ing)?>|\\z)", Pattern.DOTALL);

  private static final Pattern NAME = Pattern.compile("[\\w.:/@+-]{1,100}");

  private final ChatModel model;
  private final String name;
  private final CircuitBreaker breaker;
  private final AtomicBoolean knowsForms = new AtomicBoolean(true);

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
      return new Failed("skipped: it failed repeatedly a moment ago", 0);
    }
    long start = System.nanoTime();
    FutureTask<ChatResponse> task = new FutureTask<>(() -> chat(prompt));
    Thread thread = Thread.ofVirtual().name("language-model").start(task);
    try {
      ChatResponse response = task.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
      return answer(response, start);
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

  /** A server that refuses the form is asked without it, since the words ask for it as well. */
  private ChatResponse chat(Prompt prompt) {
    if (prompt.form().isEmpty() || !knowsForms.get()) {
      return model.chat(request(prompt).build());
    }
    try {
      return model.chat(
          request(prompt).responseFormat(Forms.json(prompt.form().orElseThrow())).build());
    } catch (InvalidRequestException e) {
      knowsForms.set(false);
      return model.chat(request(prompt).build());
    }
  }

  private static ChatRequest.Builder request(Prompt prompt) {
    return ChatRequest.builder()
        .messages(
            List.of(
                SystemMessage.from(prompt.instructions()),
                UserMessage.from(prompt.conversation())));
  }

  private ModelAnswer answer(ChatResponse response, long start) {
    long nanos = System.nanoTime() - start;
    breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
    long millis = nanos / 1_000_000;
    Optional<String> unfinished = unfinished(response.finishReason());
    if (unfinished.isPresent()) {
      return new Refused(unfinished.get(), millis);
    }
    String text = Optional.ofNullable(response.aiMessage().text()).orElse("");
    Optional<TokenUsage> usage = Optional.ofNullable(response.tokenUsage());
    return new Said(
        THOUGHTS.matcher(text).replaceFirst(""),
        model(response),
        usage.map(TokenUsage::inputTokenCount).orElse(0),
        usage.map(TokenUsage::outputTokenCount).orElse(0),
        millis);
  }

  /** Why what was written is no whole answer; a reason that we don't know is none. */
  private static Optional<String> unfinished(@Nullable FinishReason reason) {
    return switch (reason) {
      case CONTENT_FILTER -> Optional.of("its content filter");
      case OTHER -> Optional.of("it would not write");
      case LENGTH -> Optional.of("cut off at its longest");
      case STOP, TOOL_EXECUTION -> Optional.empty();
      case null -> Optional.empty();
    };
  }

  /** What calls itself by something that is no name is called as it is configured. */
  private String model(ChatResponse response) {
    return Optional.ofNullable(response.modelName())
        .filter(said -> NAME.matcher(said).matches())
        .orElse(name);
  }

  /** Only the kind of failure is told: providers repeat the request's words in their errors. */
  private ModelAnswer failed(Throwable why, long start) {
    long nanos = System.nanoTime() - start;
    long millis = nanos / 1_000_000;
    if (why instanceof ContentFilteredException) {
      breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      return new Refused("its content filter", millis);
    }
    String kind = Failings.words(why);
    LOG.warn("The language model {} gave no answer: {}", name, kind);
    breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(kind));
    return new Failed(kind, millis);
  }
}
