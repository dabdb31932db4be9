package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.learning.ModelMemoryWriter;
import ai.therapysync.conversation.learning.ModelSessionNotes;
import ai.therapysync.conversation.memory.MemoryWriter;
import ai.therapysync.conversation.memory.PatternMemoryWriter;
import ai.therapysync.conversation.memory.SessionNoteWriter;
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
 * Who writes replies, memories and notes: a language model where one is configured, else the
 * companion that needs none. What is learned goes by a door of its own, so that a model that fails
 * there is not taken for one that can't answer.
 */
record Replies(
    ReplyWriter writer, MemoryWriter memories, SessionNoteWriter notes, boolean learnsByModel) {

  static Replies of(LanguageModelSettings settings) {
    return switch (settings) {
      case LanguageModelSettings.Offline _ -> offline();
      case LanguageModelSettings.Remote remote -> remote(remote);
    };
  }

  private static Replies offline() {
    return new Replies(
        new OfflineCompanion(), new PatternMemoryWriter(), _ -> Optional.empty(), false);
  }

  private static Replies remote(LanguageModelSettings.Remote remote) {
    LanguageModel learner = model(remote);
    return new Replies(
        new ModelReplyWriter(
            remote.kind().name().toLowerCase(Locale.ROOT),
            model(remote),
            remote.timeout(),
            new OfflineCompanion()),
        new ModelMemoryWriter(learner, remote.timeout(), new PatternMemoryWriter()),
        new ModelSessionNotes(learner, remote.timeout()),
        true);
  }

  static LanguageModel model(LanguageModelSettings.Remote remote) {
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
