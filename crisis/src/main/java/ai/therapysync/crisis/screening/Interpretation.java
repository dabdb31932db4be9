package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One text as one language reads it: the expressions of danger in it, weighed by the signs around
 * them.
 */
final class Interpretation {
  private final Tokens tokens;
  private final List<Match> matches;
  private final Signs signs;
  private final List<Match> idioms = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private Interpretation(Tokens tokens, List<Match> matches) {
    this.tokens = tokens;
    this.matches = matches;
    this.signs = new Signs(tokens);
  }

  static Interpretation of(Tokens tokens, List<Match> matches) {
    Interpretation interpretation = new Interpretation(tokens, matches);
    interpretation.findSigns();
    return interpretation;
  }

  /** Whether a laugh stands in it, which means the same in every language. */
  boolean jokes() {
    return signs.hasAny(Modifier.JOKING);
  }

  private void findSigns() {
    for (Match match : matches) {
      switch (match.family().use()) {
        case Family.Use.Sign sign -> signs.add(sign.modifier(), match);
        case Family.Use.Idiom ignored -> idioms.add(match);
        case Family.Use.Danger ignored -> {}
        case Family.Use.Question ignored -> {}
        case Family.Use.Reply ignored -> {}
      }
    }
  }

  /**
   * Weighs what was found; {@code laughs} says that another reading of the text has heard a laugh.
   */
  void weigh(boolean laughs) {
    for (Match match : matches) {
      if (match.family().use() instanceof Family.Use.Danger danger && !isIdiom(match)) {
        findings.add(weigh(match, danger, laughs));
      }
    }
    List<Finding> elses =
        findings.stream()
            .filter(f ->
                f.family().use() instanceof Family.Use.Danger danger
                    && danger.subject() == Subject.SOMEONE_ELSE)
            .toList();
    findings.removeIf(
        found -> elses.stream().anyMatch(o -> isSaidOf(o, found) || isTheSame(o, found)));
  }

  /** "My friend says she wants to die" is not also the person's own wish to die. */
  private boolean isSaidOf(Finding other, Finding own) {
    boolean within =
        own.subject() == Subject.SELF
            && own.span().from() >= other.span().from() - 1
            && own.span().to() <= other.span().to();
    return within
        && !signs.anotherClauseBegins(other.span().from(), own.span().from())
        && !signs.speaksOfThemselves(own.span().from(), own.span().to());
  }

  /** What the subject alone made somebody else's is told better by a family that speaks of them. */
  private static boolean isTheSame(Finding other, Finding found) {
    return found.modifiers().contains(Modifier.THIRD_PERSON.word())
        && found.level().compareTo(other.level()) <= 0
        && found.span().overlaps(other.span());
  }

  private boolean isIdiom(Match match) {
    for (Match idiom : idioms) {
      if (idiom.span().overlaps(match.span()) && idiom.family().speaksLike(match.family())) {
        return true;
      }
    }
    return false;
  }

  private Finding weigh(Match match, Family.Use.Danger danger, boolean laughs) {
    Set<Modifier> around = signs.around(match);
    if (laughs) {
      around.add(Modifier.JOKING);
    }
    EnumSet<Modifier> applied = EnumSet.noneOf(Modifier.class);
    Subject subject = subject(match, danger, applied);
    RiskLevel level = lowered(match.family(), danger, around, applied);
    level = raised(match.family(), subject, level, around, applied);
    // Somebody else's wish, as long as nobody says that it is for now, is no emergency.
    if (applied.contains(Modifier.THIRD_PERSON) && level == RiskLevel.HIGH) {
      level = RiskLevel.CONCERN;
    }
    boolean past =
        applied.contains(Modifier.PAST)
            || applied.contains(Modifier.LONG_AGO)
            || signs.tellOfLongAgo(match);
    boolean distant = around.contains(Modifier.DISTANT) && !around.contains(Modifier.CLOSE);
    boolean close =
        match.family().has(Family.Flag.CLOSE) && level != RiskLevel.NONE && !past && !distant;
    close &= !applied.contains(Modifier.THIRD_PERSON);
    return new Finding(
        match.family(),
        danger.category(),
        subject,
        level,
        match.span(),
        tokens.span(match.span().from(), match.span().to()),
        applied.stream().map(Modifier::word).toList(),
        close);
  }

  private Subject subject(Match match, Family.Use.Danger danger, Set<Modifier> applied) {
    boolean theirs =
        danger.subject() == Subject.SELF
            && danger.category() != Category.HARM_OTHERS
            && !match.family().has(Family.Flag.OWN)
            && signs.isSomeoneElses(match);
    if (theirs) {
      applied.add(Modifier.THIRD_PERSON);
    }
    return theirs ? Subject.SOMEONE_ELSE : danger.subject();
  }

  private static RiskLevel lowered(
      Family family, Family.Use.Danger danger, Set<Modifier> around, Set<Modifier> applied) {
    RiskLevel level = danger.grade().level();
    boolean others = danger.category() == Category.HARM_OTHERS;
    boolean firm = family.has(Family.Flag.FIRM);
    for (Modifier modifier : around) {
      if (modifier.lowers() && (!firm || modifier == Modifier.NEGATED)) {
        applied.add(modifier);
        level = others && modifier == Modifier.JOKING ? RiskLevel.NONE : modifier.on(level);
      }
    }
    return level;
  }

  private static RiskLevel raised(
      Family family,
      Subject subject,
      RiskLevel level,
      Set<Modifier> around,
      Set<Modifier> applied) {
    boolean soon = around.contains(Modifier.SOON);
    if (soon && level == RiskLevel.HIGH && family.has(Family.Flag.INTENT)) {
      applied.add(Modifier.SOON);
      return RiskLevel.IMMINENT;
    }
    boolean elses = subject == Subject.SOMEONE_ELSE;
    if (soon && elses && level == RiskLevel.CONCERN && family.has(Family.Flag.INTENT)) {
      applied.add(Modifier.SOON);
      return RiskLevel.HIGH;
    }
    if (elses && around.contains(Modifier.HELPING) && level.compareTo(RiskLevel.HIGH) < 0) {
      applied.add(Modifier.HELPING);
      return RiskLevel.NONE;
    }
    boolean method = family.has(Family.Flag.METHOD) && level == RiskLevel.CONCERN;
    if (method && around.contains(Modifier.DISTRESS)) {
      applied.add(Modifier.DISTRESS);
      return RiskLevel.HIGH;
    }
    return level;
  }

  /** Expressions of danger, those that their modifiers made void included. */
  List<Finding> findings() {
    return findings;
  }

  /** Those that begin before this place of the text and end after it. */
  List<Finding> findingsAcross(int place) {
    return findings.stream()
        .filter(found ->
            tokens.startOffset(found.span().from()) < place
                && tokens.endOffset(found.span().to() - 1) > place)
        .toList();
  }
}
