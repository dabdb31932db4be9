package ai.therapysync.crisis.risk;

import java.time.Instant;

/**
 * Something that was said in a conversation. Its text is private and never printed.
 *
 * @param speaker who said it
 * @param text the words, never null, possibly empty
 * @param at when it reached us
 */
public record Utterance(Speaker speaker, String text, Instant at) {
  /** Who speaks: the person, or our side (companion, operator, system). */
  public enum Speaker {
    PERSON,
    GATEWAY
  }

  @Override
  public String toString() {
    return "Utterance[" + speaker + ", " + text.length() + " characters, " + at + "]";
  }
}
