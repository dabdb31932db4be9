package ai.therapysync.persistence.export;

import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.sealing.DataKey;
import ai.therapysync.persistence.sealing.SealBroken;
import ai.therapysync.persistence.sealing.Sealer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.UUID;

/** Makes a row of the tables one that a person can read: seals opened, the left-out taken out. */
final class Opener {
  private static final JsonNode UNREADABLE = new TextNode("(sealed with a key that is gone)");

  private final Sealer sealer;
  private final Optional<DataKey> key;

  Opener(Sealer sealer, Optional<DataKey> key) {
    this.sealer = sealer;
    this.key = key;
  }

  JsonNode open(Part part, String json) {
    ObjectNode row = (ObjectNode) Rows.json(json);
    if (row.path("content").isTextual() && Rows.uuid(row, "id").isPresent()) {
      row.set("content", content(part, row));
    }
    part.without().forEach(column -> takeOut(row, column));
    return row;
  }

  private JsonNode content(Part part, ObjectNode row) {
    UUID id = Rows.uuid(row, "id").orElseThrow();
    String stored = row.path("content").asText();
    if (!Sealer.isSealed(stored)) {
      return row.path("content");
    }
    try {
      return part.file().equals("gateway/inbound")
          ? Rows.json(sealer.openOwn(stored, id))
          : key.<JsonNode>map(own -> new TextNode(sealer.open(own, stored, id))).orElse(UNREADABLE);
    } catch (SealBroken e) {
      return UNREADABLE;
    }
  }

  private static void takeOut(ObjectNode row, String column) {
    String[] path = column.split("\\.", 2);
    if (path.length == 1) {
      row.remove(column);
    } else if (row.path(path[0]) instanceof ObjectNode inner) {
      inner.remove(path[1]);
    }
  }
}
