package ai.therapysync.gateway.console.people;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An object as lines that people can read and write: {@code warmth: high}. What stands in another
 * object is named after it, {@code warmth / level: 0.8}; a name alone means yes.
 */
final class Pairs {
  private static final String WITHIN = " / ";

  /** Deeper than this nothing that is said of a voice is read. */
  private static final int DEPTH = 3;

  private Pairs() {}

  /** The lines of an object; those of a list or a text as people write them, too. */
  static String shown(JsonNode value) {
    List<String> lines = new ArrayList<>();
    add(lines, "", value);
    return String.join("\n", lines);
  }

  private static void add(List<String> lines, String name, JsonNode value) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(entry ->
              add(
                  lines,
                  name.isEmpty() ? entry.getKey() : name + WITHIN + entry.getKey(),
                  entry.getValue()));
    } else if (value.isArray() && name.isEmpty()) {
      value.forEach(item -> add(lines, "", item));
    } else if (!value.isNull()) {
      lines.add(name.isEmpty() ? text(value) : name + ": " + text(value));
    }
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.asText().replaceAll("\\s+", " ");
    }
    List<String> items = new ArrayList<>();
    value.forEach(item -> items.add(item.asText()));
    return items.stream().collect(Collectors.joining(", "));
  }

  /** The object that the lines stand for; of two with one name the later counts. */
  static ObjectNode read(String text) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> put(object, line));
    return object;
  }

  private static void put(ObjectNode object, String line) {
    int colon = line.indexOf(':');
    boolean pair = colon > 0 && colon < line.length() - 1;
    String name = pair ? line.substring(0, colon).strip() : line.replaceAll("^:|:$", "").strip();
    if (name.isEmpty()) {
      return;
    }
    JsonNode value = pair ? value(line.substring(colon + 1).strip()) : TextNode.valueOf("yes");
    String[] steps = name.split(WITHIN, DEPTH);
    ObjectNode place = object;
    for (int step = 0; step < steps.length - 1; step++) {
      place =
          place.get(steps[step]) instanceof ObjectNode inner ? inner : place.putObject(steps[step]);
    }
    place.set(steps[steps.length - 1], value);
  }

  private static JsonNode value(String text) {
    if (text.matches("-?[0-9]{1,9}(\\.[0-9]{1,9})?")) {
      return DecimalNode.valueOf(new BigDecimal(text));
    }
    return text.equals("true") || text.equals("false")
        ? BooleanNode.valueOf(text.equals("true"))
        : TextNode.valueOf(text);
  }
}
