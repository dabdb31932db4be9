package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import ai.therapysync.crisis.risk.Utterance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Grades a message by families of expressions that stand as readable data beside this class, every
 * language tried on every message.
 */
public final class PhraseScreen implements Screen {
  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing(Finding::level)
          .reversed()
          .thenComparing(Finding::category)
          .thenComparing(Finding::subject);

  private final Phrases phrases;

  PhraseScreen(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * Loads the families from the class path.
   *
   * @throws FamilyFault if a file can't be understood, with file, line and fault
   */
  public static PhraseScreen load() {
    return new PhraseScreen(Phrases.load());
  }

  @Override
  public Assessment assess(Utterance message, List<Utterance> before, Optional<Language> language) {
    Reading reading = Reading.of(phrases, message.text());
    List<Finding> findings = new ArrayList<>(reading.findings());
    if (!before.isEmpty()) {
      inContext(reading, new ContextRules(phrases, message, before), findings);
    } else {
      findings.removeIf(finding -> finding.family().has(Family.Flag.CONTEXT));
      findings.addAll(combined(findings, List.of()));
    }
    findings.removeIf(Finding::isHint);
    if (findings.isEmpty()) {
      return Assessment.none();
    }
    Assessment assessment = assessment(findings);
    return assessment.isEmergency() && !assessment.closeDanger()
        ? assessment.amidst(new ContextRules(phrases, message, before).fearOfSomeoneClose())
        : assessment;
  }

  private void inContext(Reading reading, ContextRules context, List<Finding> findings) {
    context.answer(reading).ifPresent(findings::add);
    findings.addAll(context.acrossFragments());
    boolean leansOnBefore =
        findings.stream().anyMatch(f -> f.isHint() || f.family().has(Family.Flag.CONTEXT));
    List<Finding> earlier = leansOnBefore ? context.earlier() : List.of();
    if (leansOnBefore) {
      lean(findings, context.dangerWasSpokenOf(earlier));
    }
    findings.addAll(combined(findings, earlier));
  }

  /** "Tonight" after "my brother wants to die" is about the brother; after nothing it is none. */
  private static void lean(List<Finding> findings, Optional<Subject> spokenOf) {
    findings.removeIf(found -> spokenOf.isEmpty() && found.family().has(Family.Flag.CONTEXT));
    if (spokenOf.equals(Optional.of(Subject.SOMEONE_ELSE))) {
      findings.replaceAll(found -> leansOnAnother(found) ? found.of(Subject.SOMEONE_ELSE) : found);
    }
  }

  private static boolean leansOnAnother(Finding found) {
    return found.family().has(Family.Flag.CONTEXT) && !found.family().has(Family.Flag.OWN);
  }

  /** Dangers that several hints show together; at least one stands in this very message. */
  private List<Finding> combined(List<Finding> own, List<Finding> earlier) {
    if (own.isEmpty()) {
      return List.of();
    }
    Set<String> here = names(own);
    Set<String> all = names(earlier);
    all.addAll(here);
    List<Finding> found = new ArrayList<>();
    for (Family.Combination combination : phrases.combinations()) {
      boolean complete = combination.parts().stream().allMatch(part -> containsAny(all, part));
      if (complete && combination.parts().stream().anyMatch(part -> containsAny(here, part))) {
        found.add(finding(combination, own));
      }
    }
    return found;
  }

  private static Set<String> names(List<Finding> findings) {
    Set<String> names = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.isHint() ? finding.modifiers().isEmpty() : finding.level() != RiskLevel.NONE) {
        names.add(finding.family().name());
      }
    }
    return names;
  }

  private static boolean containsAny(Set<String> names, Set<String> part) {
    return part.stream().anyMatch(names::contains);
  }

  private static Finding finding(Family.Combination combination, List<Finding> own) {
    Family family = combination.family();
    Finding part =
        own.stream()
            .filter(f -> combination.parts().stream().anyMatch(p -> p.contains(f.family().name())))
            .findFirst()
            .orElseThrow();
    if (!(family.use() instanceof Family.Use.Danger danger)) {
      throw new IllegalStateException("A combination is a danger: " + family.name());
    }
    return new Finding(
        family,
        danger.category(),
        danger.subject(),
        danger.grade().level(),
        part.span(),
        part.words(),
        List.of("together"),
        family.has(Family.Flag.CLOSE));
  }

  private static Assessment assessment(List<Finding> findings) {
    findings.sort(GRAVEST_FIRST);
    RiskLevel level = findings.getFirst().level();
    List<Category> categories =
        findings.stream()
            .filter(finding -> finding.level() != RiskLevel.NONE)
            .map(Finding::category)
            .distinct()
            .toList();
    Subject subject = findings.getFirst().subject();
    boolean close = findings.stream().anyMatch(Finding::closeDanger);
    boolean closeAbuse = findings.stream().anyMatch(Finding::isRemembered);
    return new Assessment(
        level,
        categories,
        level == RiskLevel.NONE ? Subject.SELF : subject,
        close,
        closeAbuse,
        findings.stream().map(Finding::evidence).distinct().toList());
  }
}
