package ai.therapysync.conversation.learning;

import ai.therapysync.conversation.memory.SessionNoteWriter;
import ai.therapysync.conversation.memory.SessionNotes;
import ai.therapysync.conversation.reply.LanguageModel;
import ai.therapysync.conversation.reply.ModelAnswer.Failed;
import ai.therapysync.conversation.reply.ModelAnswer.Refused;
import ai.therapysync.conversation.reply.ModelAnswer.Said;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.time.Duration;
import java.util.Optional;

/** Has a model note what a talk was about, in a fixed form; else the notes by rules stay. */
public final class ModelSessionNotes implements SessionNoteWriter {
  /** A greeting and a thank you need no more than the rules say. */
  private static final int WORTH_NOTING = 3;

  private final LanguageModel model;
  private final Duration timeLimit;
  private final LearningPrompts prompts = new LearningPrompts();
  private final NotesForm form = new NotesForm();

  /** With the model, and how long it is waited for. */
  public ModelSessionNotes(LanguageModel model, Duration timeLimit) {
    this.model = model;
    this.timeLimit = timeLimit;
  }

  @Override
  public Optional<SessionNotes> write(EndedTalk talk) {
    long theirs = talk.lines().stream().filter(it -> it.speaker() == Speaker.PERSON).count();
    if (theirs < WORTH_NOTING) {
      return Optional.empty();
    }
    return switch (model.ask(prompts.notes(talk), timeLimit)) {
      case Said said -> form.read(said.text(), talk);
      case Refused _, Failed _ -> Optional.empty();
    };
  }
}
