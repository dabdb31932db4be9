package ai.therapysync.conversation.occasion;

/** What a person decides about how they are talked with. */
public sealed interface PersonChange extends Change {
  /**
   * Another voice.
   *
   * @param personality {@code default}, or the id of an active personality
   */
  record PersonalityChosen(String personality) implements PersonChange {}
}
