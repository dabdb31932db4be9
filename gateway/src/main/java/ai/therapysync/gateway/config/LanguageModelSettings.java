package ai.therapysync.gateway.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Who writes replies. */
public sealed interface LanguageModelSettings {
  /** The companion that needs no network. */
  record Offline() implements LanguageModelSettings {}

  /**
   * A model behind an address.
   *
   * @param apiKey none for servers that ask for none
   * @param base includes {@code /v1}
   */
  record Remote(Kind kind, String model, Optional<Secret> apiKey, URI base, Duration timeout)
      implements LanguageModelSettings {}

  /** Which interface the server speaks. */
  enum Kind {
    OPENAI,
    ANTHROPIC,
    OLLAMA
  }
}
