package ai.therapysync.crisis.notice;

import java.util.Optional;

/** What a contact's reply says. */
public sealed interface Answer {
  /**
   * "I am on it", or "yes" to a question of ours.
   *
   * @param code {@code A} where they wrote {@code 1A}
   */
  record Yes(Optional<String> code) implements Answer {}

  /**
   * "I can't", or "no".
   *
   * @param code {@code A} where they wrote {@code 2A}
   */
  record No(Optional<String> code) implements Answer {}

  /** Anything else. */
  record Other() implements Answer {}
}
