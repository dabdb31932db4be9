package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.occasion.Climate;
import ai.therapysync.crisis.language.Phrasebook;

/** Tells what a moment bears, before it is answered: from the words, and from where the talk is. */
public final class ClimateReader {
  private final Listener listener = new Listener();
  private final Phrasebook texts = Phrasebook.load(OfflineCompanion.class, "companion");

  /** The climate in which the request is answered. */
  public Climate read(ReplyRequest request) {
    Moment moment = Moment.of(request, listener, texts);
    Heard heard = moment.heard();
    boolean heavy = heard.isHeavy() || heard.isGrave() || heard.wasHeavy() || moment.isTender();
    boolean unasked = moment.isQuiet() || heard.wants(Intent.REPAIR);
    return new Climate(heavy || unasked, isGuided(moment), heard.wants(Intent.GOODBYE));
  }

  private static boolean isGuided(Moment moment) {
    boolean begins =
        Exercises.offered(moment.voice()).isPresent() && moment.heard().wants(Intent.YES);
    return begins
        || moment.heard().wants(Intent.EXERCISE)
        || Exercises.next(moment.voice()).isPresent();
  }
}
