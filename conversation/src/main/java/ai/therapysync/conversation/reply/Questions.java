package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the one open question that goes on from here. */
final class Questions {
  private static final List<String> NEEDS_STRENGTH =
      List.of("grief", "low", "anxiety", "lonely", "health", "worth", "family");

  private final Moment moment;
  private final Voice voice;

  Questions(Moment moment) {
    this.moment = moment;
    this.voice = moment.voice();
  }

  /** The first of these that has not been asked; each approach and theme gets its turn. */
  String next() {
    int turns = moment.said().turns();
    List<Supplier<Optional<String>>> sources =
        turns % 2 == 0
            ? List.of(this::family, this::approach, this::theme, this::relation)
            : List.of(this::family, this::faith, this::relation, this::theme, this::approach);
    String question =
        sources.stream()
            .flatMap(source -> source.get().stream())
            .findFirst()
            .or(() -> voice.fresh("ask.general"))
            .orElseGet(() -> voice.any("ask.general"));
    return softened(question);
  }

  /** In an extended family, closeness is asked for first, and distance never first. */
  private Optional<String> family() {
    boolean theirs = theme("family") || theme("partner");
    return theirs && moment.manner().extendedFamily()
        ? voice.fresh("ask.family.extended")
        : Optional.empty();
  }

  /** A grave theme is asked about itself; a technique would be cold there. */
  private Optional<String> approach() {
    if (moment.heard().isGrave() || theme("progress")) {
      return theme().or(() -> voice.fresh("ask." + Approach.PERSON_CENTRED.word()));
    }
    List<Approach> approaches = moment.manner().approaches();
    int turn = moment.said().turns() / 2;
    return voice.fresh("ask." + approaches.get(turn % approaches.size()).word());
  }

  private Optional<String> theme() {
    return moment.heard().theme().flatMap(theme -> voice.fresh("ask." + theme));
  }

  private Optional<String> relation() {
    return moment
        .heard()
        .relation()
        .filter(relation -> !moment.heard().isGrave())
        .flatMap(relation -> voice.fresh("ask.relation", 0, Map.of("relation", relation)));
  }

  private Optional<String> faith() {
    boolean fits = moment.heard().theme().filter(NEEDS_STRENGTH::contains).isPresent();
    return fits && moment.manner().faith() && !voice.saidAny("ask.faith")
        ? voice.fresh("ask.faith")
        : Optional.empty();
  }

  private boolean theme(String theme) {
    return moment.heard().theme().filter(theme::equals).isPresent();
  }

  private String softened(String question) {
    return moment.manner().indirect()
        ? voice.fresh("soften", moment.turn(4), Map.of("question", question)).orElse(question)
        : question;
  }
}
