package ai.therapysync.persistence.resources;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A part of a list. */
public record Page(List<ObjectNode> rows, Optional<Cursor> next) {
  public Page {
    rows = List.copyOf(rows);
  }
}
