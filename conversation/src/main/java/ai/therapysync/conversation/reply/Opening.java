package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an answer begins: the person's name after a greeting, and who is speaking when it is due. */
final class Opening {
  /** How words begin by which somebody says that they are a professional, as texts are compared. */
  private static final List<String> CLAIMS =
      List.of(
          """
          dr,doctor,doctora,therap,terap,psych,psic,counsel,doutor,docteur,medic,medec,psy,conselh,\
          conseil,arzt,医 生,大 夫,治 疗 师,咨 询 师,心 理,डॉ,चिकित्सक,थेरेपिस्ट,मनोवैज्ञानिक,मनोचिकित्सक,\
          काउंसलर,د ,دكتور,طبيب,معالج,اخصايي,مستشار\
          """
              .split(","));

  private final Moment moment;

  Opening(Moment moment) {
    this.moment = moment;
  }

  void fill(Draft draft) {
    boolean introduce = moment.request().introduce();
    if (introduce || moment.heard().wants(Intent.GREETING)) {
      draft.put(Draft.Slot.HELLO, hello());
    }
    if (introduce) {
      draft.put(Draft.Slot.INTRODUCTION, introduction());
    }
  }

  private Optional<String> hello() {
    String name = moment.request().person().firstName().strip();
    return name.isEmpty() || name.length() > 40
        ? Optional.empty()
        : Optional.of(moment.voice().say("hello", Map.of("name", name)));
  }

  String introduction() {
    String name = moment.request().person().personality().name().strip();
    return usable(name)
        ? moment.voice().any("introduce", 0, Map.of("name", name))
        : moment.voice().any("introduce.anonymous");
  }

  /** A name must not claim a profession that a program can't have. */
  private static boolean usable(String name) {
    String words = Wording.words(name);
    return !name.isEmpty()
        && name.length() <= 40
        && CLAIMS.stream().noneMatch(claim -> words.contains(" " + claim));
  }
}
