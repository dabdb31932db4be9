package ai.therapysync.crisis.screening;

import ai.therapysync.crisis.risk.RiskLevel;
import java.util.Locale;

/**
 * What the words around an expression do to its weight. The words themselves are data: {@code sign}
 * blocks of the family files.
 */
enum Modifier {
  /** "I would never …": what follows within a few words is not meant. */
  NEGATED(Scope.BEFORE, Effect.VOID),
  /** "years ago", "as a child". */
  LONG_AGO(Scope.SENTENCE, Effect.VOID),
  /** "last month", "I used to". */
  PAST(Scope.SENTENCE, Effect.AT_MOST_CONCERN),
  /** "lol", a laughing face. */
  JOKING(Scope.MESSAGE, Effect.LOWER),
  /** Songs, films, games, news, homework: told, not felt. */
  GENRE(Scope.SENTENCE, Effect.VOID),
  /** Somebody else's words: "she said that …". */
  REPORTED(Scope.BEFORE, Effect.AT_MOST_CONCERN),
  /** "I'd … if": said of a case that is not. */
  CONDITIONAL(Scope.BEFORE, Effect.AT_MOST_CONCERN),
  /** "I didn't mean it": a wish is then a disclosure denied; a deed is not undone. */
  TAKEN_BACK(Scope.MESSAGE, Effect.HIGH_TO_CONCERN),
  /** Asking how to be of help to somebody. */
  HELPING(Scope.MESSAGE, Effect.NONE),
  /** Tonight, in an hour, now: makes a stated intent imminent. */
  SOON(Scope.SENTENCE, Effect.NONE),
  /** Pain beside a method: it is no longer a question of facts. */
  DISTRESS(Scope.MESSAGE, Effect.NONE),
  /** A bully at school, a boss: no danger at home. */
  DISTANT(Scope.SENTENCE, Effect.NONE),
  /** Partner, parent, child, flatmate. */
  CLOSE(Scope.SENTENCE, Effect.NONE),
  /** "again", "still", "since": what was said of the past goes on. */
  PRESENT(Scope.SENTENCE, Effect.NONE),
  /** "my friend", "she": who does what follows, unless the person themselves stand in between. */
  THIRD_PERSON(Scope.BEFORE, Effect.NONE),
  /** "I", "me", "my": the person speaks of themselves. */
  FIRST_PERSON(Scope.BEFORE, Effect.NONE),
  /** Where a new clause begins; a negation before it is not meant for what follows. */
  CLAUSE(Scope.BEFORE, Effect.NONE);

  /** Where the sign must stand, seen from the expression. */
  enum Scope {
    BEFORE,
    SENTENCE,
    MESSAGE
  }

  /** What the sign does to any expression that is not marked {@code firm}. */
  enum Effect {
    NONE,
    LOWER,
    HIGH_TO_CONCERN,
    AT_MOST_CONCERN,
    VOID
  }

  private final Scope scope;
  private final Effect effect;

  Modifier(Scope scope, Effect effect) {
    this.scope = scope;
    this.effect = effect;
  }

  Scope scope() {
    return scope;
  }

  boolean lowers() {
    return effect != Effect.NONE;
  }

  RiskLevel on(RiskLevel level) {
    return switch (effect) {
      case NONE -> level;
      case VOID -> RiskLevel.NONE;
      case AT_MOST_CONCERN -> level.isEmergency() ? RiskLevel.CONCERN : level;
      case HIGH_TO_CONCERN -> level == RiskLevel.HIGH ? RiskLevel.CONCERN : level;
      case LOWER -> lower(level);
    };
  }

  private static RiskLevel lower(RiskLevel level) {
    return switch (level) {
      case NONE, CONCERN -> RiskLevel.NONE;
      case HIGH -> RiskLevel.CONCERN;
      case IMMINENT -> RiskLevel.HIGH;
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
