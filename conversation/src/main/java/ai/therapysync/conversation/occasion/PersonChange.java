package ai.therapysync.conversation.occasion;

import ai.therapysync.crisis.language.Language;

/** What a person decides about how they are talked with. */
public sealed interface PersonChange extends Change {
  /**
   * Another voice.
   *
   * @param personality {@code default}, or the id of an active personality
   */
  record PersonalityChosen(String personality) implements PersonChange {}

  /** Another language to be answered in. */
  record LanguageChosen(Language language) implements PersonChange {}
}
