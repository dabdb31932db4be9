package ai.therapysync.conversation.message;

/**
 * A reference to media at the provider; fetching it needs our credentials, so it is never passed
 * on.
 *
 * @param reference the provider's address or id of it
 * @param contentType the media type as the provider named it, possibly one nobody has seen before
 */
public record Attachment(String reference, String contentType) {
  @Override
  public String toString() {
    return "Attachment[" + contentType + "]";
  }
}
