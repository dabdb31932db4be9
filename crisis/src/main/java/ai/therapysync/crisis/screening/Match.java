package ai.therapysync.crisis.screening;

/** A family found in a message. */
record Match(Family family, Span span) {}
