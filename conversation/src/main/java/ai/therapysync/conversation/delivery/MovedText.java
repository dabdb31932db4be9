package ai.therapysync.conversation.delivery;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.Map;

/** What people are told whose channel is switched off. */
public final class MovedText {
  private final Phrasebook book = Phrasebook.load(MovedText.class, "Moved");

  /** That WhatsApp is off, and by which number we are to be had by SMS. */
  public String moved(Language language, String number) {
    return book.say(language, "moved", Map.of("number", number));
  }
}
