package ai.therapysync.crisis.screening;

import java.util.List;

/**
 * A family found in a text, as some language reads it.
 *
 * @param gaps the words within it that are not its own
 */
record Match(Family family, Span span, Tokens tokens, List<Span> gaps) {
  /** Where in the text it begins. */
  int start() {
    return tokens.startOffset(span.from());
  }

  /** Where in the text it ends. */
  int end() {
    return tokens.endOffset(span.to() - 1);
  }

  int sentence() {
    return tokens.sentence(span.from());
  }

  boolean overlaps(Match other) {
    return start() < other.end() && other.start() < end();
  }
}
