package ai.therapysync.crisis.screening;

/** A family found in a text, as some language reads it. */
record Match(Family family, Span span, Tokens tokens) {
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
