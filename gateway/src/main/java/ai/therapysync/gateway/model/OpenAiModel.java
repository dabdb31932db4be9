package ai.therapysync.gateway.model;

import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.conversation.reply.ModelAnswer;
import ai.therapysync.conversation.reply.Prompt;
import ai.therapysync.gateway.config.Secret;
import dev.langchain4j.model.openai.OpenAiChatModel;
import java.time.Duration;

/** Any server that speaks OpenAI's chat protocol. */
public final class OpenAiModel implements LanguageModel {
  private final ChatLanguageModel chat;

  /** A model that is asked without automatic retries, and whose words are never logged. */
  public OpenAiModel(ModelSettings settings) {
    var builder =
        OpenAiChatModel.builder()
            .apiKey(settings.apiKey().map(Secret::reveal).orElse("none"))
            .modelName(settings.model())
            .httpClientBuilder(Wire.http())
            .timeout(settings.timeLimit())
            .maxRetries(0)
            .strictJsonSchema(true)
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
