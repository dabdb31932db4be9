package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.Evidence;
import ai.therapysync.crisis.risk.Utterance;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Several screens as one: the highest level counts, what any of them saw is kept. */
public final class HighestOf implements Screen {
  private final List<Screen> screens;

  public HighestOf(List<Screen> screens) {
    this.screens = List.copyOf(screens);
  }

  @Override
  public Assessment assess(Utterance message, List<Utterance> before, Optional<Language> language) {
    return screens.stream()
        .map(screen -> screen.assess(message, before, language))
        .reduce(HighestOf::both)
        .orElseGet(Assessment::none);
  }

  /** The graver of two assessments, with the kinds and the reasons of both. */
  public static Assessment both(Assessment one, Assessment other) {
    boolean firstLeads = one.level().compareTo(other.level()) >= 0;
    Assessment leading = firstLeads ? one : other;
    Assessment following = firstLeads ? other : one;
    List<Category> categories =
        Stream.concat(leading.categories().stream(), following.categories().stream())
            .distinct()
            .toList();
    List<Evidence> evidence =
        Stream.concat(leading.evidence().stream(), following.evidence().stream())
            .sorted(Comparator.comparing(Evidence::level).reversed())
            .toList();
    return new Assessment(
        leading.level(),
        categories,
        leading.subject(),
        one.closeDanger() || other.closeDanger(),
        one.closeDangerOfAbuse() || other.closeDangerOfAbuse(),
        evidence);
  }
}
