package ai.therapysync.crisis.screening;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The signs found in a text, and which of them reach an expression. */
final class Signs {
  private static final int NEGATION_REACH = 3;
  private static final int REACH = 6;

  /**
   * How far a song or a year reaches in a sentence; people who use no full stops write long ones.
   */
  private static final int SENTENCE_REACH = 16;

  private record Sign(Modifier modifier, Family family, Span span) {
    boolean concerns(Family other) {
      return modifier == Modifier.JOKING || family.speaksLike(other);
    }
  }

  private final Tokens tokens;
  private final List<Sign> signs = new ArrayList<>();

  Signs(Tokens tokens) {
    this.tokens = tokens;
  }

  void add(Modifier modifier, Match match) {
    signs.add(new Sign(modifier, match.family(), match.span()));
  }

  boolean hasAny(Modifier modifier) {
    return signs.stream().anyMatch(sign -> sign.modifier() == modifier);
  }

  /** Whether a new subject stands between two places. */
  boolean anotherClauseBegins(int from, int to) {
    for (Sign sign : signs) {
      int at = sign.span().from();
      if (sign.modifier() == Modifier.CLAUSE && at >= from && at <= to) {
        return true;
      }
    }
    return false;
  }

  /** Whether somebody else is the one who does it: "my sister just …". */
  boolean isSomeoneElses(Match match) {
    for (Sign sign : signs) {
      if (sign.modifier() == Modifier.THIRD_PERSON
          && sign.family().speaksLike(match.family())
          && isSubjectOf(sign.span(), match.span())) {
        return true;
      }
    }
    return tokens.looksLikeAName(match.span().from() - 1)
        && tokens.saysWhatAnotherDoes(match.span().from())
        && isSubjectOf(new Span(match.span().from() - 1, match.span().from()), match.span());
  }

  private boolean isSubjectOf(Span subject, Span said) {
    return subject.to() == said.from()
        && tokens.breakBefore(said.from()) == Tokens.JOINED
        && !speaksOfThemselves(said.from(), said.to());
  }

  /** Whether the person names themselves between two places. */
  boolean speaksOfThemselves(int from, int to) {
    for (Sign sign : signs) {
      int at = sign.span().from();
      if (sign.modifier() == Modifier.FIRST_PERSON && at >= from && at < to) {
        return true;
      }
    }
    return false;
  }

  /** Whether it was long ago and is over, be it said within the expression itself. */
  boolean tellOfLongAgo(Match match) {
    boolean ago = false;
    for (Sign sign : signs) {
      if (sign.concerns(match.family())
          && tokens.inOneSentence(sign.span().from(), match.span().from())) {
        if (sign.modifier() == Modifier.PRESENT) {
          return false;
        }
        ago |= sign.modifier() == Modifier.LONG_AGO;
      }
    }
    return ago;
  }

  /** What changes the weight of this expression. */
  Set<Modifier> around(Match match) {
    EnumSet<Modifier> around = EnumSet.noneOf(Modifier.class);
    for (Sign sign : signs) {
      if (sign.concerns(match.family())
          && (reaches(sign, match.span()) || negatesWithin(sign, match))) {
        around.add(sign.modifier());
      }
    }
    if (around.contains(Modifier.PRESENT)) {
      around.remove(Modifier.PAST);
      around.remove(Modifier.LONG_AGO);
    }
    return around;
  }

  private boolean reaches(Sign sign, Span span) {
    Modifier modifier = sign.modifier();
    boolean within = sign.span().overlaps(span);
    return switch (modifier.scope()) {
      case MESSAGE -> !within;
      case SENTENCE ->
          tokens.inOneSentence(sign.span().from(), span.from())
              && (!modifier.lowers() || (!within && isNear(sign.span(), span)));
      case BEFORE -> within ? reachesInto(sign, span) : isShortlyBefore(sign, span);
    };
  }

  /** "I have | no wish | to die": a firm negation may end within the expression that it denies. */
  private static boolean reachesInto(Sign sign, Span span) {
    return sign.modifier() == Modifier.NEGATED
        && sign.family().has(Family.Flag.FIRM)
        && sign.span().from() < span.from();
  }

  /**
   * "Ich will mich | nicht | umbringen": where the expression leaves room, a negation voids it; not
   * a question of means.
   */
  private boolean negatesWithin(Sign sign, Match match) {
    return sign.modifier() == Modifier.NEGATED
        && !match.family().has(Family.Flag.METHOD)
        && match.gaps().stream().anyMatch(gap -> gap.holds(sign.span()))
        && !isAnotherClause(match.span().from() + 1, sign.span().from());
  }

  private static boolean isNear(Span sign, Span span) {
    return span.from() - sign.to() <= SENTENCE_REACH && sign.from() - span.to() <= SENTENCE_REACH;
  }

  private boolean isShortlyBefore(Sign sign, Span span) {
    int reach = sign.modifier() == Modifier.NEGATED ? NEGATION_REACH : REACH;
    int between = span.from() - sign.span().to();
    return between >= 0
        && between <= reach
        && tokens.inOneSentence(sign.span().from(), span.from())
        && (sign.modifier() != Modifier.NEGATED || !isAnotherClause(sign.span().to(), span.from()));
  }

  /** Whether a comma or a new subject stands between two places. */
  private boolean isAnotherClause(int from, int to) {
    for (int at = from; at <= to; at++) {
      if (tokens.breakBefore(at) != Tokens.JOINED) {
        return true;
      }
    }
    return anotherClauseBegins(from, to);
  }
}
