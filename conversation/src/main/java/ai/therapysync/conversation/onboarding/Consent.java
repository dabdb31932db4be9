package ai.therapysync.conversation.onboarding;

import java.time.Instant;

/**
 * A yes to what we keep and whom we tell.
 *
 * @param version of the text that was agreed to
 */
public record Consent(String version, Instant at) {}
