package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.gateway.config.LanguageModelSettings;
import java.net.URI;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Whether the language model's server knows us; asks for its list of models, which costs nothing.
 */
public record LanguageModelCheck(LanguageModelSettings settings) implements Check {
  private static final String WHAT = "language model";

  @Override
  public Finding look() {
    return switch (settings) {
      case LanguageModelSettings.Offline _ ->
          Finding.fine(WHAT, "the offline companion, which needs none");
      case LanguageModelSettings.Remote remote -> asked(remote);
    };
  }

  private static Finding asked(LanguageModelSettings.Remote remote) {
    OptionalInt status = HttpLook.status(URI.create(remote.base() + "/models"), headers(remote));
    if (status.isEmpty()) {
      return Finding.wrong(
          WHAT, remote.base() + " does not answer: the offline companion takes over meanwhile");
    }
    return switch (status.getAsInt()) {
      case 401, 403 -> Finding.wrong(WHAT, "the key is refused: check LLM_API_KEY");
      default -> Finding.fine(WHAT, remote.base() + " answers");
    };
  }

  private static Map<String, String> headers(LanguageModelSettings.Remote remote) {
    return remote
        .apiKey()
        .map(key ->
            switch (remote.kind()) {
              case OPENAI, OLLAMA -> Map.of("Authorization", "Bearer " + key.reveal());
              case ANTHROPIC ->
                  Map.of("x-api-key", key.reveal(), "anthropic-version", "2023-06-01");
            })
        .orElseGet(Map::of);
  }
}
