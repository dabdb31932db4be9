package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.opinion.SecondOpinion;
import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.conversation.reply.ModelReplyWriter;
import ai.therapysync.conversation.reply.OfflineCompanion;
import ai.therapysync.conversation.reply.ReplyWriter;
import ai.therapysync.gateway.config.LanguageModelSettings;
import ai.therapysync.gateway.model.AnthropicModel;
import ai.therapysync.gateway.model.ModelSettings;
import ai.therapysync.gateway.model.OllamaModel;
import ai.therapysync.gateway.model.OpenAiModel;
import java.util.Locale;
import java.util.Optional;

/**
 * Who writes replies: a language model where one is configured, else the companion that needs none.
 */
final class Replies {
  private Replies() {}

  static ReplyWriter writer(LanguageModelSettings settings) {
    OfflineCompanion offline = new OfflineCompanion();
    return switch (settings) {
      case LanguageModelSettings.Offline _ -> offline;
      case LanguageModelSettings.Remote remote ->
          new ModelReplyWriter(
              remote.kind().name().toLowerCase(Locale.ROOT),
              model(remote),
              remote.timeout(),
              offline);
    };
  }

  /**
   * Who is asked for a second opinion on danger: the model by a door of its own, if there is one.
   */
  static Optional<SecondOpinion> opinion(LanguageModelSettings settings) {
    return switch (settings) {
      case LanguageModelSettings.Offline _ -> Optional.empty();
      case LanguageModelSettings.Remote remote ->
          Optional.of(new SecondOpinion(model(remote), remote.timeout()));
    };
  }

  private static LanguageModel model(LanguageModelSettings.Remote remote) {
    ModelSettings settings =
        new ModelSettings(
            remote.model(), remote.apiKey(), Optional.of(remote.base()), remote.timeout());
    return switch (remote.kind()) {
      case OPENAI -> new OpenAiModel(settings);
      case ANTHROPIC -> new AnthropicModel(settings);
      case OLLAMA -> new OllamaModel(settings);
    };
  }
}
