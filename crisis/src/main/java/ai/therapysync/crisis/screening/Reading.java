package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.risk.Category;
import ai.therapysync.crisis.risk.RiskLevel;
import ai.therapysync.crisis.risk.Subject;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One text, read: the expressions of danger in it, weighed by the signs around them. */
final class Reading {
  private static final int NEGATION_REACH = 3;
  private static final int REACH = 6;

  private record Sign(Modifier modifier, Span span) {}

  private final Tokens tokens;
  private final List<Match> matches;
  private final List<Sign> signs = new ArrayList<>();
  private final List<Span> idioms = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private Reading(Tokens tokens, List<Match> matches) {
    this.tokens = tokens;
    this.matches = matches;
  }

  static Reading of(Phrases phrases, String text) {
    Tokens tokens = phrases.read(text);
    Reading reading = new Reading(tokens, phrases.find(tokens));
    reading.weigh();
    return reading;
  }

  private void weigh() {
    for (Match match : matches) {
      switch (match.family().use()) {
        case Family.Use.Sign sign -> signs.add(new Sign(sign.modifier(), match.span()));
        case Family.Use.Idiom ignored -> idioms.add(match.span());
        case Family.Use.Danger ignored -> {}
        case Family.Use.Question ignored -> {}
        case Family.Use.Reply ignored -> {}
      }
    }
    for (Match match : matches) {
      if (match.family().use() instanceof Family.Use.Danger danger && !isIdiom(match.span())) {
        findings.add(weigh(match, danger));
      }
    }
  }

  private boolean isIdiom(Span span) {
    return idioms.stream().anyMatch(span::overlaps);
  }

  private Finding weigh(Match match, Family.Use.Danger danger) {
    Set<Modifier> around = around(match.span());
    EnumSet<Modifier> applied = EnumSet.noneOf(Modifier.class);
    RiskLevel level = lowered(match.family(), danger.grade().level(), around, applied);
    level = raised(match.family(), danger, level, around, applied);
    boolean past = applied.contains(Modifier.PAST) || applied.contains(Modifier.LONG_AGO);
    boolean distant = around.contains(Modifier.DISTANT) && !around.contains(Modifier.CLOSE);
    boolean close =
        match.family().has(Family.Flag.CLOSE) && level != RiskLevel.NONE && !past && !distant;
    return new Finding(
        match.family(),
        danger.category(),
        danger.subject(),
        level,
        match.span(),
        tokens.span(match.span().from(), match.span().to()),
        applied.stream().map(Modifier::word).toList(),
        close);
  }

  private static RiskLevel lowered(
      Family family, RiskLevel from, Set<Modifier> around, Set<Modifier> applied) {
    RiskLevel level = from;
    boolean firm = family.has(Family.Flag.FIRM);
    for (Modifier modifier : around) {
      if (modifier.lowers() && (!firm || modifier == Modifier.NEGATED)) {
        applied.add(modifier);
        level = modifier.on(level);
      }
    }
    return level;
  }

  private static RiskLevel raised(
      Family family,
      Family.Use.Danger danger,
      RiskLevel level,
      Set<Modifier> around,
      Set<Modifier> applied) {
    boolean soon = around.contains(Modifier.SOON);
    if (soon && level == RiskLevel.HIGH && family.has(Family.Flag.INTENT)) {
      applied.add(Modifier.SOON);
      return RiskLevel.IMMINENT;
    }
    boolean elses = danger.subject() == Subject.SOMEONE_ELSE;
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

  private Set<Modifier> around(Span span) {
    EnumSet<Modifier> around = EnumSet.noneOf(Modifier.class);
    for (Sign sign : signs) {
      if (reaches(sign, span)) {
        around.add(sign.modifier());
      }
    }
    return around;
  }

  private boolean reaches(Sign sign, Span span) {
    Modifier modifier = sign.modifier();
    boolean within = sign.span().overlaps(span);
    return switch (modifier.scope()) {
      case MESSAGE -> true;
      case SENTENCE ->
          (!within || !modifier.lowers())
              && tokens.sentenceStart(sign.span().from()) <= span.to() - 1
              && tokens.sentenceEnd(sign.span().from()) > span.from();
      case BEFORE -> !within && isShortlyBefore(sign, span);
    };
  }

  private boolean isShortlyBefore(Sign sign, Span span) {
    int reach = sign.modifier() == Modifier.NEGATED ? NEGATION_REACH : REACH;
    int between = span.from() - sign.span().to();
    return between >= 0
        && between <= reach
        && tokens.sentenceStart(span.from()) <= sign.span().from();
  }

  /** Expressions of danger, those that their modifiers made void included. */
  List<Finding> findings() {
    return findings;
  }

  /** Questions and replies found. */
  List<Match> matches() {
    return matches;
  }

  /** Whether this place of the text lies before or after a number of words. */
  int size() {
    return tokens.size();
  }

  boolean isHarmless() {
    return findings.stream().noneMatch(f -> f.level() != RiskLevel.NONE);
  }

  boolean shows(Category category) {
    return findings.stream().anyMatch(f -> f.category() == category && f.level() != RiskLevel.NONE);
  }
}
