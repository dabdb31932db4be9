package ai.therapysync.conversation.reply;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What {@code personality_traits} says of a voice, as far as it is heard in how we answer. */
final class Traits {
  /** The names of a trait; after the bar the names of its opposite. */
  private static final String WARMTH =
      "warm,empath,caring,kind,compassion,calid,calor,acolhe,chaleur,herzlich,温 暖|cold,cool,distant,reserved";

  private static final String DIRECTNESS =
      "direct,blunt,frank,straight,candid,direkt,franc,直 接|indirect,tactful,diplomatic,indirekt";

  private static final String HUMOUR =
      "humo,playful,funny,wit,幽 默|serious,solemn,earnest,ernst,serio,serieux";

  private static final String PACE =
      "pace,speed,tempo,brisk,fast,quick,ritmo,rythme,速 度,节 奏|slow,unhurried,lent,langsam";

  /** A name and value in an object, and what they stand in: {@code {"warmth": {"level": 0.8}}}. */
  private static final Pattern NESTED =
      Pattern.compile(
          "((?:\"[^\"]{1,60}\"\\s*:\\s*\\{\\s*){0,3})"
              + "\"([^\"]{1,60})\"\\s*:\\s*\"?([^\\s\",{}\\[\\]][^\",{}\\[\\]]{0,60})");

  private final List<Trait> written;

  private record Trait(String words, Degree degree) {}

  Traits(Map<String, String> written) {
    this.written =
        written.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(trait -> flat(trait.getKey(), trait.getValue()))
            .toList();
  }

  private static Stream<Trait> flat(String name, String value) {
    if (!value.strip().startsWith("{")) {
      return Stream.of(new Trait(Wording.words(name), Degree.of(value)));
    }
    return NESTED
        .matcher(value)
        .results()
        .filter(pair -> !pair.group(3).strip().equals("null"))
        .map(pair -> {
          String words = Wording.words(name + " " + pair.group(1) + " " + pair.group(2));
          return new Trait(words, Degree.of(pair.group(3)));
        });
  }

  Degree warmth() {
    return degree(WARMTH);
  }

  Degree directness() {
    return degree(DIRECTNESS);
  }

  Degree humour() {
    return degree(HUMOUR);
  }

  Degree pace() {
    return degree(PACE);
  }

  /** The first style that a strong trait speaks for. */
  Optional<Style> strongest() {
    return written.stream()
        .filter(trait -> trait.degree == Degree.HIGH)
        .map(trait -> Style.of(trait.words))
        .filter(style -> style != Style.WARM)
        .findFirst();
  }

  /** The clearest of what is written of a trait or of its opposite. */
  private Degree degree(String names) {
    String[] sides = names.split("\\|", 2);
    return Stream.concat(
            named(sides[0]), named(sides[1]).filter(it -> it != Degree.LOW).map(Traits::opposite))
        .max(Comparator.comparing(degree -> degree != Degree.MIDDLE))
        .orElse(Degree.MIDDLE);
  }

  private Stream<Degree> named(String names) {
    return written.stream()
        .filter(trait -> Stream.of(names.split(",")).anyMatch(it -> trait.words.contains(" " + it)))
        .map(Trait::degree);
  }

  private static Degree opposite(Degree degree) {
    return switch (degree) {
      case LOW -> Degree.HIGH;
      case MIDDLE -> Degree.MIDDLE;
      case HIGH -> Degree.LOW;
    };
  }
}
