package ai.therapysync.gateway.model;

import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.conversation.reply.ModelAnswer;
import ai.therapysync.conversation.reply.Prompt;
import ai.therapysync.gateway.config.Secret;
import dev.langchain4j.model.anthropic.AnthropicChatModel;
import java.time.Duration;

/** A model of Anthropic's. */
public final class AnthropicModel implements LanguageModel {
  /** Asked for by its protocol: an answer of several messages, or what a talk taught. */
  private static final int LONGEST = 1_500;

  private final ChatLanguageModel chat;

  /** A model that is asked without automatic retries, and whose words are never logged. */
  public AnthropicModel(ModelSettings settings) {
    var builder =
        AnthropicChatModel.builder()
            .apiKey(settings.apiKey().map(Secret::reveal).orElse("none"))
            .maxTokens(LONGEST)
            .modelName(settings.model())
            .httpClientBuilder(Wire.http())
            .timeout(settings.timeLimit())
            .maxRetries(0)
            .logRequests(false)
            .logResponses(false);
    settings.baseUrl().ifPresent(url -> builder.baseUrl(url.toString()));
    chat = new ChatLanguageModel(builder.build(), settings.model());
  }

  @Override
  public ModelAnswer ask(Prompt prompt, Duration timeLimit) {
    return chat.ask(prompt, timeLimit);
  }
}
