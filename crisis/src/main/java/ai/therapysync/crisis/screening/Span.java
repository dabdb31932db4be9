package ai.therapysync.crisis.screening;

/** Words of a message, from one to before another. */
record Span(int from, int to) {
  static final Span NONE = new Span(0, 0);

  boolean isEmpty() {
    return to <= from;
  }

  boolean overlaps(Span other) {
    return from < other.to && other.from < to;
  }

  boolean holds(Span other) {
    return from <= other.from && other.to <= to;
  }
}
