package ai.therapysync.conversation.intake;

import ai.therapysync.crisis.safety.ExactWord;
import java.util.Map;

/** Understands "check my contacts", from {@code contact-requests.properties}. */
public final class ContactRequest {
  private final Map<String, String> meanings =
      ExactWord.load(ContactRequest.class, "contact-requests.properties");

  /** Whether a message says this and nothing else. */
  public boolean isMeant(String text) {
    return meanings.containsKey(ExactWord.of(text));
  }
}
