package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Says that a message reached us long after it was written, so that the silence is understood. */
public final class Lateness {
  private static final Duration LATE = Duration.ofHours(12);

  private final Phrasebook texts = Phrasebook.load(Lateness.class, "Lateness");

  /** Whether what was written then and arrives now is answered with a word of excuse. */
  public static boolean isLate(Instant written, Instant arrived) {
    return written.plus(LATE).isBefore(arrived);
  }

  /** The text, with the excuse before it. */
  public String before(String text, Language language) {
    return Wording.join(List.of(texts.say(language, "late"), text));
  }
}
