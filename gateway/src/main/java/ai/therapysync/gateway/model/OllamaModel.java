package ai.therapysync.gateway.model;

import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.conversation.reply.ModelAnswer;
import ai.therapysync.conversation.reply.Prompt;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A model that Ollama runs, usually on a machine of one's own. Ollama speaks OpenAI's protocol
 * under {@code /v1}.
 */
public final class OllamaModel implements LanguageModel {
  private static final URI USUAL = URI.create("http://localhost:11434/v1");

  private final OpenAiModel model;

  /** A model at that address, or at Ollama's usual one. */
  public OllamaModel(ModelSettings settings) {
    URI base = settings.baseUrl().orElse(USUAL);
    model =
        new OpenAiModel(
            new ModelSettings(
                settings.model(), settings.apiKey(), Optional.of(base), settings.timeLimit()));
  }

  @Override
  public ModelAnswer ask(Prompt prompt, Duration timeLimit) {
    return model.ask(prompt, timeLimit);
  }
}
