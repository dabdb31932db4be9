package ai.therapysync.migrations;

import java.time.Instant;
import java.util.Optional;

/**
 * One migration and what has become of it.
 *
 * @param version its number, as in its file's name
 * @param description its file's name in words
 * @param state {@code Success}, {@code Pending}, {@code Failed}, …
 * @param installedOn when it was applied; empty while it is pending
 */
public record SchemaVersion(
    String version, String description, String state, Optional<Instant> installedOn) {}
