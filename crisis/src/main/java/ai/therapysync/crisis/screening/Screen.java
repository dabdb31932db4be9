package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Utterance;
import java.util.List;
import java.util.Optional;

/**
 * Grades a message. Implementations are deterministic, thread-safe and never throw, whatever the
 * text.
 */
public interface Screen {
  /**
   * Grades one message in the light of what was said before it.
   *
   * @param message the message to grade
   * @param before the last few utterances of both sides, oldest first; a "yes" is judged by the
   *     question that it answers
   * @param language the language the person usually writes, as a hint; every language is tried
   */
  Assessment assess(Utterance message, List<Utterance> before, Optional<Language> language);
}
