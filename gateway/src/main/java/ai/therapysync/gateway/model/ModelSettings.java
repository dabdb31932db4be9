package ai.therapysync.gateway.model;

import ai.therapysync.gateway.config.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Which model, and where.
 *
 * @param model the provider's name of it
 * @param apiKey none for a server of one's own
 * @param baseUrl with {@code /v1} where the provider has it; none means the provider's own
 * @param timeLimit for one answer, from asking to its last character
 */
public record ModelSettings(
    String model, Optional<Secret> apiKey, Optional<URI> baseUrl, Duration timeLimit) {}
