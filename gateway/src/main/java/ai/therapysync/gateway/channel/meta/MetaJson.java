package ai.therapysync.gateway.channel.meta;

import ai.therapysync.gateway.channel.StorableText;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads a body so that one odd element spoils no other: bytes that are no UTF-8 are replaced, what
 * nests too deeply is left out, numbers of any length stay as they are written, and what comes
 * twice under one name is joined.
 */
final class MetaJson {
  /** Meta's own reach half as deep. */
  private static final int DEEPEST = 40;

  /** What WhatsApp itself lets a person write. */
  private static final int LONGEST_TEXT = 65_536;

  /** Longer names of anything would not fit into an index. */
  private static final int LONGEST_NAME = 255;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private MetaJson() {}

  /** Empty when the body is no JSON object, or more than one. */
  static Optional<JsonNode> read(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      JsonNode read = node(parser, 0);
      return parser.nextToken() == null ? Optional.of(read) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The words there, fit for storing; empty text when there are none, or something else. */
  static String text(JsonNode node, String... path) {
    JsonNode found = node;
    for (String name : path) {
      found = found.path(name);
    }
    String whole = found.isTextual() ? found.asText() : "";
    return StorableText.of(whole.substring(0, Math.min(whole.length(), LONGEST_TEXT)));
  }

  /** A name or id; empty text as well when it is longer than one can be. */
  static String name(JsonNode node, String... path) {
    String found = text(node, path).strip();
    return found.length() <= LONGEST_NAME ? found : "";
  }

  /** The element's id; one without gets a name that is the same whenever it comes again. */
  static String id(JsonNode element) {
    String id = name(element, "id");
    return id.isEmpty() ? "sha256:" + hash(element) : id;
  }

  private static String hash(JsonNode element) {
    try {
      byte[] written = element.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(written));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static JsonNode node(JsonParser parser, int depth) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, depth);
      case START_ARRAY -> array(parser, depth);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> NODES.textNode(parser.getText());
      case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, END_OBJECT, END_ARRAY, FIELD_NAME ->
          NODES.nullNode();
    };
  }

  private static JsonNode object(JsonParser parser, int depth) throws IOException {
    if (depth > DEEPEST) {
      parser.skipChildren();
      return NODES.nullNode();
    }
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      put(object, name, node(parser, depth + 1));
    }
    return object;
  }

  /** What comes twice under one name is joined; of two words the last counts. */
  private static void put(ObjectNode object, String name, JsonNode value) {
    JsonNode before = object.path(name);
    if (before instanceof ArrayNode list) {
      if (value instanceof ArrayNode more) {
        list.addAll(more);
      } else {
        list.add(value);
      }
    } else if (before instanceof ObjectNode first && value instanceof ObjectNode second) {
      second.properties().forEach(property -> put(first, property.getKey(), property.getValue()));
    } else if (!before.isContainerNode() || value.isContainerNode()) {
      object.set(name, value);
    }
  }

  private static JsonNode array(JsonParser parser, int depth) throws IOException {
    if (depth > DEEPEST) {
      parser.skipChildren();
      return NODES.nullNode();
    }
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(node(parser, depth + 1));
    }
    return array;
  }
}
