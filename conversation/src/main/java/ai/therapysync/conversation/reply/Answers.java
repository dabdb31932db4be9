package ai.therapysync.conversation.reply;

import ai.therapysync.conversation.memory.Memory;
import ai.therapysync.conversation.message.MessageType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers to what is asked of us, and to messages without words. */
final class Answers {
  private final Moment moment;
  private final Voice voice;

  Answers(Moment moment) {
    this.moment = moment;
    this.voice = moment.voice();
  }

  /** Whether there was such a thing to answer. */
  boolean fill(Draft draft) {
    Heard heard = moment.heard();
    if (heard.media().isPresent()) {
      return silent(draft, "media." + spokenOf(heard.media().get()).word());
    }
    if (isLight()) {
      return state(draft, "light");
    }
    return heard.intent().filter(intent -> answer(draft, intent)).isPresent()
        || heard.tone().sign().filter(sign -> signed(draft, sign)).isPresent();
  }

  /** What we have words for. */
  private static MessageType spokenOf(MessageType type) {
    return switch (type) {
      case IMAGE, AUDIO, VIDEO, DOCUMENT, STICKER, LOCATION, CONTACTS, REACTION -> type;
      case TEXT, BUTTON, LIST, ORDER, EDIT, DELETION, SYSTEM, UNSUPPORTED ->
          MessageType.UNSUPPORTED;
    };
  }

  /** An "ok" that answers nothing we asked for: no new question is made of it. */
  private boolean isLight() {
    Heard heard = moment.heard();
    boolean yes = heard.wants(Intent.YES) && heard.tone().sign().isPresent();
    return (yes || heard.tone().has("light")) && !voice.justSaid("concern");
  }

  private boolean signed(Draft draft, String sign) {
    return sign.equals("love") ? state(draft, "sign.love") : say(draft, "sign." + sign, "sign");
  }

  /** Sorry, and what they would rather have; a question is the last thing they need now. */
  private boolean repair(Draft draft) {
    Undertone tone = moment.heard().tone();
    if (tone.has("quiet")) {
      return state(draft, "quiet");
    }
    draft.put(Draft.Slot.REFLECTION, voice.any(tone.has("repeat") ? "repeat" : "repair"));
    draft.put(Draft.Slot.QUESTION, voice.any("repair.open"));
    return true;
  }

  /** Words without a question. */
  private boolean state(Draft draft, String kind) {
    draft.put(Draft.Slot.REFLECTION, voice.any(kind, moment.turn(voice.count(kind)), Map.of()));
    return true;
  }

  private boolean answer(Draft draft, Intent intent) {
    boolean tellsMore = !moment.heard().themes().isEmpty();
    return switch (intent) {
      case GREETING -> !tellsMore && greet(draft);
      case THANKS -> !tellsMore && say(draft, "thanks");
      case GOODBYE -> !tellsMore && leave(draft);
      case MEMORY -> remember(draft);
      case ADVICE -> say(draft, "advice");
      case SMALL_TALK -> say(draft, "small_talk", "greeting");
      case BOT -> present(draft);
      case LAUGH -> !tellsMore && state(draft, "laugh");
      case HELPED -> state(draft, "helped");
      case CALL -> state(draft, "call");
      case REPAIR -> repair(draft);
      case PRIVATE, HUMAN, DIAGNOSIS, MEDICINE -> say(draft, intent.word());
      case EXERCISE, STOP, UNSURE, YES, NO -> false;
    };
  }

  /** What we are, and then what the voice that they chose is said to be. */
  private boolean present(Draft draft) {
    draft.put(Draft.Slot.ALSO, new SelfPortrait(moment).sentences());
    return say(draft, Intent.BOT.word());
  }

  private boolean greet(Draft draft) {
    draft.put(Draft.Slot.REFLECTION, voice.fresh("greeting", moment.turn(3), Map.of()));
    draft.put(Draft.Slot.MEMORY, moment.weaver().news(moment.request().memories(), moment.heard()));
    draft.put(Draft.Slot.QUESTION, voice.any("ask.greeting", moment.turn(4), Map.of()));
    return true;
  }

  private boolean leave(Draft draft) {
    draft.put(Draft.Slot.REFLECTION, voice.any("goodbye", moment.turn(3), Map.of()));
    return true;
  }

  private boolean remember(Draft draft) {
    List<Memory> memories = moment.request().memories();
    String list = moment.weaver().list(memories);
    if (list.isEmpty()) {
      draft.put(Draft.Slot.REFLECTION, voice.say("memory.none", Map.of()));
      draft.put(Draft.Slot.QUESTION, question("memory.none"));
      return true;
    }
    draft.put(Draft.Slot.MEMORY, voice.say("memory.list", Map.of("list", list)));
    draft.put(Draft.Slot.QUESTION, question("memory"));
    return true;
  }

  private boolean say(Draft draft, String kind) {
    return say(draft, kind, kind);
  }

  private boolean say(Draft draft, String kind, String asked) {
    draft.put(Draft.Slot.REFLECTION, voice.any(kind));
    draft.put(Draft.Slot.QUESTION, question(asked));
    return true;
  }

  /** Words without letters: emoji, stickers, pictures, or nothing at all. */
  private boolean silent(Draft draft, String media) {
    boolean known = voice.has(media) && voice.has("ask." + media);
    return say(draft, known ? media : "nowords");
  }

  private Optional<String> question(String kind) {
    return voice
        .fresh("ask." + kind)
        .or(() -> voice.fresh("ask.general"))
        .or(() -> Optional.of(voice.any("ask.general")));
  }
}
