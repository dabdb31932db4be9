package ai.therapysync.conversation.reply;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;

/** All that one offline answer is made from. Private: never printed. */
record Moment(
    ReplyRequest request, Heard heard, Said said, Manner manner, Voice voice, Weaver weaver) {

  /** How many of their messages back a theme is still the talk's: grief outlasts a few others. */
  private static final int LOOKED_BACK = 12;

  static Moment of(ReplyRequest request, Listener listener, Phrasebook texts) {
    Language language = request.person().language();
    Said said = new Said(request.history());
    boolean underway = said.turns() >= 2 && !request.introduce();
    Heard now = listener.hear(request.toAnswer(), language, underway);
    Manner manner = Manner.of(request.person(), listener);
    List<String> spared =
        manner.customs().spared().stream().filter(word -> !now.words().contains(word)).toList();
    Voice voice = new Voice(texts, language, said, spared);
    Heard heard = now.continuing(Past.of(now, before(said, listener, language)));
    return new Moment(
        request, heard, said, manner, voice, new Weaver(listener, voice, said, manner));
  }

  /** What they wrote before, newest first. */
  private static List<Heard> before(Said said, Listener listener, Language language) {
    return said.theirLast(LOOKED_BACK).stream().map(text -> listener.hear(text, language)).toList();
  }

  /** Whether they have asked us not to ask. */
  boolean isQuiet() {
    return heard.asksForQuiet() || heard.past().quiet();
  }

  /**
   * Where variants are looked for first: it differs from message to message, and never by chance.
   */
  int turn(int size) {
    return Math.floorMod(heard.words().hashCode(), size);
  }

  /** Whether the safety question was asked lately: no technique and no goal then. */
  boolean isTender() {
    return voice.saidLately("concern") || voice.saidLately("concern.violence");
  }

  /** Whether they speak themselves of what we don't bring up. */
  boolean needsCare() {
    return manner.customs().spared().stream().anyMatch(heard.words()::contains);
  }

  @Override
  public String toString() {
    return "Moment[private]";
  }
}
