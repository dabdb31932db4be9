package ai.therapysync.conversation.handover;

import ai.therapysync.conversation.occasion.Commands;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.Map;

/** Understands "talk to a human" and "continue", and says honestly what happens now. */
public final class HandoverWords {
  private final Commands commands = Commands.load(HandoverWords.class, "commands");
  private final Phrasebook texts = Phrasebook.load(HandoverWords.class, "handover");

  /** Whether the text asks for a human here, and nothing else. */
  public boolean asksForHuman(String text, Language language) {
    return says("human", text, language);
  }

  /** Whether the text says that they go on with the AI. */
  public boolean goesOn(String text, Language language) {
    return says("continue", text, language);
  }

  /**
   * Operators have been told.
   *
   * @param line whom to call if it can't wait, a whole sentence
   * @param back whether they can go on with the AI
   */
  public String asked(Language language, String line, boolean back) {
    return texts.say(language, back ? "asked" : "asked.only", Map.of("line", line));
  }

  /** Nobody has been free yet. */
  public String waiting(Language language, String line) {
    return texts.say(language, "waiting", Map.of("line", line));
  }

  /** The AI is there again. */
  public String back(Language language) {
    return texts.say(language, "back");
  }

  private boolean says(String command, String text, Language language) {
    return commands.find(text, language).filter(it -> it.name().equals(command)).isPresent();
  }
}
