package ai.therapysync.conversation.learning;

import ai.therapysync.conversation.person.LanguageGuess;
import ai.therapysync.conversation.reply.GuardBook;
import ai.therapysync.crisis.language.Language;
import java.util.regex.Pattern;

/** What is kept is said to the person some day: nothing that an answer must not say. */
final class Tact {
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d(?:[ ()./-]?\\d){5,}");

  private final GuardBook book = new GuardBook();
  private final LanguageGuess guess = new LanguageGuess();

  boolean allows(String text, Language language) {
    boolean foreign = guess.guess(text).filter(found -> found != language).isPresent();
    return !foreign && !LONG_NUMBER.matcher(text).find() && book.faults(text).isEmpty();
  }
}
