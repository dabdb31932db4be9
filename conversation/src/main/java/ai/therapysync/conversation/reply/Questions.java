package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the one open question that goes on from here. */
final class Questions {
  private static final List<String> NEEDS_STRENGTH =
      List.of("grief", "low", "anxiety", "lonely", "health", "worth", "family");

  /** What people learn at home how to see and how to bear. */
  private static final List<String> SEEN_DIFFERENTLY =
      List.of("family", "partner", "grief", "worth", "lonely", "low", "health");

  private final Moment moment;
  private final Voice voice;
  private final Customs customs;

  Questions(Moment moment) {
    this.moment = moment;
    this.voice = moment.voice();
    this.customs = moment.manner().customs();
  }

  /** The first of these that has not been asked; each approach and theme gets its turn. */
  String next() {
    if (!moment.heard().isPained() && !theme("progress")) {
      return softened(interested());
    }
    int turns = moment.said().turns();
    List<Supplier<Optional<String>>> sources =
        turns % 2 == 0
            ? List.of(this::family, this::speciality, this::approach, this::theme, this::relation)
            : List.of(
                this::family,
                this::faith,
                this::roots,
                this::relation,
                this::theme,
                this::approach);
    String question =
        sources.stream()
            .flatMap(source -> source.get().stream())
            .findFirst()
            .or(() -> moment.heard().isPainedNow() ? voice.fresh("ask.general") : Optional.empty())
            .orElseGet(this::open);
    return softened(question);
  }

  /** What one asks about something that is no trouble, as far as one knows. */
  private String interested() {
    Optional<String> topic =
        moment.heard().isHarmlessNews()
            ? moment.heard().themes().stream().findFirst()
            : Optional.empty();
    Optional<String> relation = voice.saidAny("ask.relation") ? Optional.empty() : relation();
    return family()
        .or(() -> relation)
        .or(() -> topic.flatMap(it -> voice.fresh("ask.calm." + it, moment.turn(3), Map.of())))
        .orElseGet(this::open);
  }

  /** What fits anything; of these one is never asked twice in ten answers. */
  private String open() {
    return voice.any("ask.open", moment.turn(voice.count("ask.open")), Map.of());
  }

  /** In an extended family, closeness is asked for first, and distance never first. */
  private Optional<String> family() {
    return switch (customs.family()) {
      case EXTENDED ->
          theme("family") || theme("partner")
              ? voice.fresh("ask.family.extended")
              : Optional.empty();
      case ONE_PARENT -> theme("family") ? voice.fresh("ask.family.alone") : Optional.empty();
      case OTHER -> Optional.empty();
    };
  }

  /** What the voice is for, it asks about before it comes to techniques. */
  private Optional<String> speciality() {
    Strengths strengths = moment.manner().strengths();
    return moment
        .heard()
        .theme()
        .filter(strengths::isSpecialFor)
        .flatMap(theme -> voice.fresh("ask." + theme));
  }

  /** A grave theme is asked about itself; a technique would be cold there. */
  private Optional<String> approach() {
    if (moment.heard().isGrave() || theme("progress")) {
      return theme().or(() -> voice.fresh("ask." + Approach.PERSON_CENTRED.word()));
    }
    if (moment.heard().themes().isEmpty() && !moment.heard().isPainedNow()) {
      return Optional.empty();
    }
    List<Approach> approaches = moment.manner().approaches();
    int turn = moment.said().turns() / 2;
    String kind = "ask." + approaches.get(turn % approaches.size()).word();
    boolean anyOrder = kind.equals("ask." + Approach.PERSON_CENTRED.word());
    return voice.fresh(kind, anyOrder ? moment.turn(voice.count(kind)) : 0, Map.of());
  }

  private Optional<String> theme() {
    if (theme("grief") && !voice.saidAny("ask.grief") && !voice.saidAny("ask.grief.relation")) {
      Optional<String> lost = moment.heard().relation().or(() -> moment.heard().past().lost());
      return lost.flatMap(who -> voice.fresh("ask.grief.relation", 0, Map.of("relation", who)))
          .or(() -> voice.fresh("ask.grief"));
    }
    boolean asked = voice.saidAny("ask.grief.relation");
    return moment
        .heard()
        .theme()
        .flatMap(
            theme -> voice.fresh("ask." + theme, theme.equals("grief") && asked ? 1 : 0, Map.of()))
        .filter(question -> !(asked && question.equals(voice.say("ask.grief.1", Map.of()))));
  }

  private Optional<String> relation() {
    return moment
        .heard()
        .relation()
        .filter(relation -> !moment.heard().isGrave())
        .flatMap(relation -> voice.fresh("ask.relation", 0, Map.of("relation", relation)));
  }

  private Optional<String> faith() {
    boolean fits = isTimeFor(NEEDS_STRENGTH);
    boolean asked = voice.saidAny("ask.faith") || voice.saidAny("ask.faith.own");
    return customs.faith().filter(words -> fits && !asked).flatMap(this::faith);
  }

  /** In their own words, where these are short enough for a question. */
  private Optional<String> faith(String written) {
    return Quotation.of(written)
        .flatMap(words -> voice.fresh("ask.faith.own", 0, Map.of("words", words)))
        .or(() -> voice.fresh("ask.faith"));
  }

  /** Once, how it is seen where they come from: they tell us, we don't tell them. */
  private Optional<String> roots() {
    boolean fits = isTimeFor(SEEN_DIFFERENTLY);
    boolean asked = voice.saidAny("ask.roots") || voice.saidAny("ask.roots.grief");
    return fits && customs.hasRoots() && !asked
        ? voice.fresh(theme("grief") ? "ask.roots.grief" : "ask.roots")
        : Optional.empty();
  }

  /** Of what is grave itself one asks first. */
  private boolean isTimeFor(List<String> themes) {
    return moment
        .heard()
        .theme()
        .filter(themes::contains)
        .filter(theme -> !moment.heard().isGrave() || voice.saidAny("ask." + theme))
        .isPresent();
  }

  private boolean theme(String theme) {
    return moment.heard().theme().filter(theme::equals).isPresent();
  }

  private String softened(String question) {
    return moment.manner().isSoft()
        ? voice.fresh("soften", moment.turn(4), Map.of("question", question)).orElse(question)
        : question;
  }
}
