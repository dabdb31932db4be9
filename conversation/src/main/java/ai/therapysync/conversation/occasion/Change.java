package ai.therapysync.conversation.occasion;

/** What a step of practice changes in a person's rows. */
public sealed interface Change
    permits GoalChange, MoodChange, QuestionnaireChange, MemoryChange, PersonChange {}
