package ai.therapysync.conversation.occasion;

import ai.therapysync.crisis.language.Language;
import java.util.Optional;

/** Understands a yes and a no, as the answer to a question that is open, in every language. */
public final class YesNo {
  private final Commands words = Commands.load(YesNo.class, "yesno");

  /** True for a yes, false for a no; empty when the text is neither, or says more than that. */
  public Optional<Boolean> read(String text, Language language) {
    return words.find(text, language).map(command -> command.name().equals("yes"));
  }
}
