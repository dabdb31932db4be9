package ai.therapysync.conversation.intake;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import ai.therapysync.crisis.safety.ControlWords;

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

  String confirmation(boolean stopped, Language language) {
    return stopped ? control.stopped(language) : control.started(language);
  }
}
