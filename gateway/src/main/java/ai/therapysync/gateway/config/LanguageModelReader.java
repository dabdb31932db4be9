package ai.therapysync.gateway.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Reads the {@code LLM_…} variables. */
final class LanguageModelReader {
  private final Values values;

  LanguageModelReader(Values values) {
    this.values = values;
  }

  LanguageModelSettings languageModel() {
    Duration timeout = values.duration("LLM_TIMEOUT", Duration.ofSeconds(20));
    return switch (values.word("LLM_PROVIDER", Provider.class, Provider.OFFLINE)) {
      case OFFLINE -> offline();
      case OPENAI ->
          remote(LanguageModelSettings.Kind.OPENAI, "https://api.openai.com/v1", timeout);
      case ANTHROPIC ->
          remote(LanguageModelSettings.Kind.ANTHROPIC, "https://api.anthropic.com/v1", timeout);
      case OLLAMA ->
          remote(LanguageModelSettings.Kind.OLLAMA, "http://localhost:11434/v1", timeout);
    };
  }

  private LanguageModelSettings offline() {
    values.address("LLM_BASE_URL");
    return new LanguageModelSettings.Offline();
  }

  private LanguageModelSettings remote(
      LanguageModelSettings.Kind kind, String usualBase, Duration timeout) {
    URI base = values.address("LLM_BASE_URL", usualBase);
    Optional<Secret> key = values.secret("LLM_API_KEY");
    if (!values.isSet("LLM_MODEL")) {
      values.fault("LLM_MODEL", "is missing: name the model that LLM_PROVIDER shall use");
    }
    boolean ownServer = values.isSet("LLM_BASE_URL") || kind == LanguageModelSettings.Kind.OLLAMA;
    if (key.isEmpty() && !ownServer) {
      values.fault(
          "LLM_API_KEY",
          "is missing: set the provider's key, or LLM_BASE_URL for a server of yours");
    }
    return new LanguageModelSettings.Remote(
        kind, values.text("LLM_MODEL").orElse(""), key, base, timeout);
  }

  private enum Provider {
    OFFLINE,
    OPENAI,
    ANTHROPIC,
    OLLAMA
  }
}
