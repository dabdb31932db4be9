package ai.therapysync.persistence.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What became of a change. */
public sealed interface Changed {
  /** Done; the row as it stands now. */
  record Done(ObjectNode row) implements Changed {}

  /** The caller sees no such row. */
  record Unseen() implements Changed {}

  /** Somebody else has changed the row since the caller read it. */
  record Stale() implements Changed {}
}
