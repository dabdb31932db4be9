package ai.therapysync.gateway.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where things are kept.
 *
 * @param dataDirectory absolute; the embedded database and keys made here live in it
 * @param database none: the embedded PostgreSQL in the data directory
 * @param keyset the keyset's JSON, read from its file where a file was named; none: one is made in
 *     the data directory (development only)
 * @param keysetFile the file that was named, which a running gateway goes on following
 */
public record StorageSettings(
    Path dataDirectory,
    Optional<DatabaseSettings> database,
    Optional<Secret> keyset,
    Optional<Path> keysetFile) {}
