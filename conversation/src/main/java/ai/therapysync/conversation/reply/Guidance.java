package ai.therapysync.conversation.reply;

import java.util.Optional;

/** Exercises: offered, begun, led on, left. */
final class Guidance {
  private final Moment moment;

  Guidance(Moment moment) {
    this.moment = moment;
  }

  /** Whether the answer is a part of an exercise. */
  boolean fill(Draft draft) {
    Heard heard = moment.heard();
    if (heard.tone().has("duration") && howLong(draft)) {
      return true;
    }
    Optional<String> next = Exercises.next(moment.voice());
    if (next.isPresent()) {
      return leadOn(draft, next.get());
    }
    Optional<String> offered = Exercises.offered(moment.voice());
    if (offered.isPresent() && heard.wants(Intent.YES)) {
      draft.put(Draft.Slot.QUESTION, Exercises.begin(offered.get(), moment.voice()));
      return true;
    }
    if (heard.wants(Intent.EXERCISE)) {
      Optional<String> wanted = Exercises.wanted(heard, theme(), moment.manner(), moment.voice());
      wanted.ifPresent(it -> draft.put(Draft.Slot.QUESTION, Exercises.begin(it, moment.voice())));
      return wanted.isPresent();
    }
    if (offered.isPresent() && (heard.wants(Intent.NO) || heard.wants(Intent.STOP))) {
      return decline(draft);
    }
    return false;
  }

  /** Told how long it is, and then on from the same place; after it, only told. */
  private boolean howLong(Draft draft) {
    Voice voice = moment.voice();
    Optional<String> place =
        Exercises.current(voice)
            .or(() -> Exercises.offered(voice).map(name -> voice.any("offer." + name)));
    if (place.isEmpty() && !Exercises.isJustDone(voice)) {
      return false;
    }
    draft.put(Draft.Slot.REFLECTION, voice.any("duration"));
    draft.put(Draft.Slot.QUESTION, place);
    return true;
  }

  /** A question to us, or a new trouble, is heard first: nobody is pressed through an exercise. */
  private boolean leadOn(Draft draft, String next) {
    Heard heard = moment.heard();
    if (heard.wants(Intent.STOP) || heard.wants(Intent.NO)) {
      draft.put(Draft.Slot.REFLECTION, moment.voice().any("exercise.stopped"));
      draft.put(
          Draft.Slot.QUESTION,
          moment
              .voice()
              .fresh("ask.concern_answered")
              .orElseGet(() -> moment.voice().any("ask.general")));
      return true;
    }
    boolean leaves = heard.wants(Intent.GOODBYE) || heard.wants(Intent.THANKS);
    boolean goodNews =
        heard.isAbout("progress") && !moment.voice().justSaidKey("exercise.grounding.5");
    if (leaves || goodNews) {
      return false;
    }
    boolean otherMatter = heard.intent().filter(intent -> !intent.standsAlone()).isPresent();
    if (otherMatter || heard.media().isPresent()) {
      return false;
    }
    draft.put(Draft.Slot.QUESTION, next);
    return true;
  }

  private boolean decline(Draft draft) {
    draft.put(Draft.Slot.REFLECTION, moment.voice().any("declined"));
    draft.put(Draft.Slot.QUESTION, new Questions(moment).next());
    return true;
  }

  private String theme() {
    return moment.heard().theme().orElse("");
  }
}
