package ai.therapysync.gateway.console.personalities;

import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Utterance;
import ai.therapysync.crisis.risk.Utterance.Speaker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was said in a sandbox so far. It is kept nowhere but in the page's form, so that any node
 * goes on with it; it is not signed, since whoever forges it deceives nobody but themselves.
 *
 * @param said oldest first; only the latest are kept
 */
public record Talk(List<Said> said) {
  /** The form's field that carries it, once for everything said. */
  static final String FIELD = "said";

  private static final int KEPT = 40;
  private static final int LONGEST = 4_000;

  /** So far apart two people who write to each other would be. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  public Talk {
    said = List.copyOf(said.subList(Math.max(0, said.size() - KEPT), said.size()));
  }

  /** Whose words they are. */
  public enum Side {
    /** The operator's, in the place of a person. */
    PERSON,
    VOICE,
    /** The fixed words for somebody in danger. */
    SAFETY
  }

  /**
   * Something said. Private: never printed.
   *
   * @param level what the screen made of a person's words
   */
  public record Said(Side side, RiskLevel level, String text) {
    /** As the form carries it. */
    public String carried() {
      return side.name() + " " + level.name() + " " + text;
    }

    private static Optional<Said> read(String carried) {
      String[] parts = carried.split(" ", 3);
      if (parts.length < 3 || parts[2].isBlank() || parts[2].length() > LONGEST) {
        return Optional.empty();
      }
      Optional<Side> side = named(Side.values(), parts[0]);
      Optional<RiskLevel> level = named(RiskLevel.values(), parts[1]);
      String text = parts[2].replace("\r\n", "\n");
      return side.flatMap(who -> level.map(grade -> new Said(who, grade, text)));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
      return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
    }

    @Override
    public String toString() {
      return "Said[" + side + ", " + level + "]";
    }
  }

  static Talk none() {
    return new Talk(List.of());
  }

  /** As it was sent back; what is none of ours is passed over. */
  static Talk read(List<String> carried) {
    return new Talk(carried.stream().flatMap(one -> Said.read(one).stream()).toList());
  }

  Talk and(Said... more) {
    return new Talk(Stream.concat(said.stream(), Stream.of(more)).toList());
  }

  long safeReplies() {
    return said.stream().filter(one -> one.side() == Side.SAFETY).count();
  }

  /** For those who answer it. */
  List<Utterance> utterances(Instant now) {
    List<Utterance> utterances = new ArrayList<>();
    for (int index = 0; index < said.size(); index++) {
      Said one = said.get(index);
      Speaker speaker = one.side() == Side.PERSON ? Speaker.PERSON : Speaker.GATEWAY;
      Instant at = now.minus(PAUSE.multipliedBy(said.size() - (long) index));
      utterances.add(new Utterance(speaker, one.text(), at));
    }
    return utterances;
  }
}
