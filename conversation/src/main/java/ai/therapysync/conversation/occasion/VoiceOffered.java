package ai.therapysync.conversation.occasion;

/**
 * A voice that can be chosen: an active row of {@code therapist_personalities}.
 *
 * @param id the row's id as text
 */
public record VoiceOffered(String id, String name, String description) {}
