package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ordinary answer: what was heard, in our own words, and one question. */
final class Listening {
  /** Feelings that a theme's own words already speak of. */
  private static final Map<String, String> SAME =
      Map.of(
          "anxious",
          "anxiety",
          "sad",
          "low",
          "angry",
          "anger",
          "lonely",
          "lonely",
          "ashamed",
          "worth",
          "glad",
          "progress");

  private static final List<String> FOR_JOKES =
      List.of("sleep", "work", "study", "family", "anxiety", "money");

  private static final int FEW_WORDS = 12;
  private static final int HARDLY_ANY = 3;

  private final Moment moment;
  private final Heard heard;
  private final Voice voice;

  Listening(Moment moment) {
    this.moment = moment;
    this.heard = moment.heard();
    this.voice = moment.voice();
  }

  void fill(Draft draft) {
    if (voice.justSaid("concern") && voice.has("concern_answered")) {
      draft.put(Draft.Slot.REFLECTION, voice.any("concern_answered"));
      draft.put(
          Draft.Slot.QUESTION,
          voice.fresh("ask.concern_answered").orElseGet(() -> new Questions(moment).next()));
      return;
    }
    draft.put(Draft.Slot.LEAD, lead());
    if (!moment.manner().isTerse()) {
      draft.put(Draft.Slot.FEELING, feeling());
      draft.put(Draft.Slot.ALSO, also(draft.has(Draft.Slot.FEELING)));
    }
    draft.put(Draft.Slot.REFLECTION, reflection(draft.has(Draft.Slot.FEELING)));
    draft.put(Draft.Slot.MEMORY, moment.weaver().memory(moment.request().memories(), heard));
    Optional<String> offer = offer();
    if (offer.isEmpty() && isTimeForGoals() && !draft.has(Draft.Slot.MEMORY)) {
      draft.put(Draft.Slot.GOAL, moment.weaver().goal(moment.request().goals(), heard));
    }
    draft.put(Draft.Slot.QUESTION, offer.orElseGet(() -> question(draft)));
  }

  /** Good news is, right after the safety question and in grief it is not. */
  private boolean isTimeForGoals() {
    boolean goodNews = heard.isAbout("progress");
    return goodNews || !(heard.isHeavy() || heard.wasHeavy() || moment.isTender());
  }

  private String question(Draft draft) {
    Optional<String> aboutGoal =
        draft.has(Draft.Slot.GOAL) ? voice.fresh("ask.goal") : Optional.empty();
    return aboutGoal.orElseGet(() -> new Questions(moment).next());
  }

  private Optional<String> offer() {
    String theme = heard.theme().orElse("");
    boolean unwanted = heard.wants(Intent.NO) || heard.wants(Intent.STOP) || moment.isQuiet();
    return !(heard.isPainedNow() || heard.wants(Intent.UNSURE))
            || heard.isGrave()
            || moment.isTender()
            || moment.needsCare()
            || unwanted
        ? Optional.empty()
        : Exercises.offer(heard, theme, moment.manner(), voice, moment.said());
  }

  /** Care comes first; jokes only when it is light. */
  private Optional<String> lead() {
    if (moment.needsCare()) {
      return voice.fresh("lead.careful");
    }
    boolean light = !heard.isHeavy() && FOR_JOKES.containsAll(heard.themes());
    boolean plain = !heard.isPained() && !heard.isAbout("progress");
    return heard.themes().isEmpty() || plain
        ? Optional.empty()
        : moment
            .manner()
            .lead(moment.said().turns(), light)
            .flatMap(style -> voice.fresh("lead." + style.word(), moment.turn(4), Map.of()));
  }

  private Optional<String> feeling() {
    Optional<String> theme = heard.theme();
    return heard.emotions().stream()
        .filter(emotion -> theme.isEmpty() || !theme.get().equals(SAME.get(emotion)))
        .filter(emotion -> !emotion.equals("glad") || heard.isAbout("progress"))
        .flatMap(emotion -> voice.fresh("feel." + emotion, moment.turn(3), Map.of()).stream())
        .findFirst();
  }

  private Optional<String> reflection(boolean feelingNamed) {
    if (!heard.isPained() && !heard.isAbout("progress") && !heard.wants(Intent.UNSURE)) {
      return plain();
    }
    Optional<String> ofTheme =
        heard.themes().isEmpty() ? Optional.empty() : heard.theme().flatMap(this::ofTheme);
    if (ofTheme.isPresent() || feelingNamed) {
      return ofTheme;
    }
    if (heard.wants(Intent.UNSURE)) {
      return voice.fresh("lead.gentle");
    }
    int words = Wording.count(heard.words());
    boolean answers = words <= HARDLY_ANY || (words <= FEW_WORDS && moment.said().turns() >= 2);
    String kind = answers || !heard.themes().isEmpty() ? "follow" : "general";
    return voice.fresh(kind, moment.turn(6), Map.of());
  }

  /** Nothing says that anything is wrong, and so we don't either. */
  private Optional<String> plain() {
    return (heard.tone().has("negation") ? voice.fresh("follow", moment.turn(5), Map.of()) : calm())
        .or(() -> voice.fresh("follow", moment.turn(6), Map.of()));
  }

  private Optional<String> calm() {
    return voice.fresh("reflect.calm", moment.turn(6), Map.of());
  }

  private Optional<String> ofTheme(String theme) {
    boolean alone =
        theme.equals("family") && moment.manner().customs().family() == Family.ONE_PARENT;
    return (alone ? voice.fresh("reflect.family.alone") : Optional.<String>empty())
        .or(() -> voice.fresh("reflect." + theme, moment.turn(4), Map.of()));
  }

  /** A matter that the named feeling has spoken of already is not added once more. */
  private Optional<String> also(boolean feelingNamed) {
    List<String> themes = heard.themes();
    String main = heard.theme().orElse("");
    return heard.isGrave() || !heard.isPained() || moment.manner().isUnhurried()
        ? Optional.empty()
        : themes.stream()
            .filter(theme -> !theme.equals(main))
            .filter(theme -> !main.equals("progress"))
            .filter(theme -> !(feelingNamed && isFelt(theme)))
            .flatMap(theme -> voice.fresh("also." + theme).stream())
            .findFirst();
  }

  private boolean isFelt(String theme) {
    return heard.emotions().stream().anyMatch(emotion -> theme.equals(SAME.get(emotion)));
  }
}
