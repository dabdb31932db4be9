package ai.therapysync.persistence.access;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who is logged in, or about to be, at one browser.
 *
 * @param id for lists; what the browser holds is another
 * @param secondFactor whether a second factor was shown in it
 * @param address the network address that it was opened from
 * @param browser in a few words, as the browser says of itself
 */
public record ConsoleSession(
    UUID id,
    UUID user,
    Instant created,
    Instant seen,
    boolean secondFactor,
    String address,
    String browser) {}
