package ai.therapysync.conversation.occasion;

import ai.therapysync.crisis.language.Language;
import java.util.Optional;

/** Reads a plain yes or no to an open question. Never a command: it may be meant for others. */
public final class YesOrNo {
  private final Commands words = Commands.load(YesOrNo.class, "yes_or_no");

  /** True for a yes, false for a no; empty for all else. */
  public Optional<Boolean> read(String text, Language language) {
    return words.find(text, language).map(command -> command.name().equals("yes"));
  }
}
