package ai.therapysync.conversation.intake;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.people.ContactReadiness.Standing;
import ai.therapysync.crisis.safety.ControlWords;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is said at the door: closed, verified, stopped, started. */
final class DoorTexts {
  private final ControlWords control = ControlWords.load();
  private final Phrasebook book = Phrasebook.load(DoorTexts.class, "Door");

  String closed(Language language) {
    return book.say(language, "closed");
  }

  String verified(Language language) {
    return book.say(language, "verified");
  }

  String wrongCode(Language language, int triesLeft) {
    return book.say(language, triesLeft > 0 ? "code.wrong" : "code.used.up");
  }

  String expiredCode(Language language) {
    return book.say(language, "code.expired");
  }

  /** That these contacts are not told from now on. */
  String excluded(Language language, List<String> names) {
    return book.say(language, "excluded", Map.of("names", String.join(", ", names)));
  }

  /** The same in the worst hour, when nothing else matters. */
  String excludedNow(Language language, List<String> names) {
    return book.say(language, "excluded.now", Map.of("names", String.join(", ", names)));
  }

  /** That it is good to hear; what helps them to stay so follows. */
  String safeNow(Language language) {
    return book.say(language, "safe.now");
  }

  /** That we can't hear or see what was sent. */
  String unheard(Language language, boolean audio) {
    return book.say(language, audio ? "unheard.audio" : "unheard.other");
  }

  /** Which contacts stand there. */
  String standing(Language language, Standing standing, List<String> names) {
    return book.say(
        language,
        "contacts." + standing.name().toLowerCase(Locale.ROOT),
        Map.of("names", String.join(", ", names)));
  }

  /** Where all contacts stand, a line for each standing. */
  String contacts(Language language, List<String> lines) {
    return lines.isEmpty()
        ? book.say(language, "contacts.none")
        : book.say(language, "contacts.begin") + "\n" + String.join("\n", lines);
  }

  String confirmation(boolean stopped, Language language) {
    return stopped ? control.stopped(language) : control.started(language);
  }
}
