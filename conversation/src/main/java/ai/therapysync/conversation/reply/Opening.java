package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.reply.ReplyRequest.Tone;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an answer begins: the person's name after a greeting, and who is speaking when it is due. */
final class Opening {
  private final Moment moment;
  private final Introduction introduction;

  Opening(Moment moment, Introduction introduction) {
    this.moment = moment;
    this.introduction = introduction;
  }

  void fill(Draft draft) {
    boolean introduce = moment.request().introduce();
    if (introduce || moment.heard().wants(Intent.GREETING)) {
      draft.put(Draft.Slot.HELLO, hello());
    }
    boolean saidAnyway = moment.heard().wants(Intent.BOT) || moment.heard().wants(Intent.HUMAN);
    if (introduce && !saidAnyway) {
      draft.put(Draft.Slot.INTRODUCTION, introduction(introduction.sentence(moment.request())));
    }
  }

  /** With the voice's title, except to somebody who comes with something heavy. */
  private String introduction(String who) {
    boolean heavy = moment.request().tone() == Tone.CONCERN || moment.heard().isHeavy();
    return heavy
        ? who
        : new SelfPortrait(moment)
            .title()
            .map(title -> Wording.join(List.of(who, title)))
            .orElse(who);
  }

  private Optional<String> hello() {
    String name = moment.request().person().firstName().strip();
    return name.isEmpty() || name.length() > 40
        ? Optional.empty()
        : Optional.of(moment.voice().say("hello", Map.of("name", name)));
  }
}
