package ai.therapysync.conversation.occasion;

/** What a step of practice changes in a person's rows. */
public sealed interface Change
    permits GoalChange,
        IdeaChange,
        CheckInChange,
        MoodChange,
        QuestionnaireChange,
        MemoryChange,
        ContactChange,
        PersonChange,
        Change.Happened {
  /**
   * Something that must not come again too soon has been done now.
   *
   * @param what its own word, as {@link Work#last} is asked for
   */
  record Happened(String what) implements Change {}
}
