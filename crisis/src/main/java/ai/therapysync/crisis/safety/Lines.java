package ai.therapysync.crisis.safety;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.safety.CrisisLine.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The lines of one country; empty where we know none.
 *
 * @param region ISO 3166, {@code ZZ} when unknown
 */
public record Lines(String region, List<CrisisLine> all) {
  public Lines {
    all = List.copyOf(all);
  }

  /** A country of which we know no line. */
  public static Lines unknown() {
    return new Lines("ZZ", List.of());
  }

  /**
   * The line for suicide and emotional crisis; one that speaks the language, where there is a
   * choice.
   */
  public Optional<CrisisLine> crisis(Language language) {
    return best(Kind.CRISIS, language);
  }

  /** The line for violence at home; the crisis line where the country has none that we know. */
  public Optional<CrisisLine> abuse(Language language) {
    return best(Kind.ABUSE, language).or(() -> crisis(language));
  }

  /** The line for children and young people. */
  public Optional<CrisisLine> child(Language language) {
    return best(Kind.CHILD, language);
  }

  /** The line for advice on poisoning, beside the emergency number. */
  public Optional<CrisisLine> poison(Language language) {
    return best(Kind.POISON, language);
  }

  /** The number to dial in any danger. */
  public Optional<String> emergency() {
    return first(Kind.EMERGENCY).map(CrisisLine::number);
  }

  /** The number for a medical emergency. */
  public Optional<String> ambulance() {
    return first(Kind.AMBULANCE).map(CrisisLine::number).or(this::emergency);
  }

  /** The number of the police. */
  public Optional<String> police() {
    return first(Kind.POLICE).map(CrisisLine::number).or(this::emergency);
  }

  private Optional<CrisisLine> first(Kind kind) {
    return all.stream().filter(line -> line.kind() == kind).findFirst();
  }

  private Optional<CrisisLine> best(Kind kind, Language language) {
    return all.stream()
        .filter(line -> line.kind() == kind)
        .filter(line -> line.opening().languages().contains(language.code()))
        .findFirst()
        .or(() -> first(kind));
  }
}
