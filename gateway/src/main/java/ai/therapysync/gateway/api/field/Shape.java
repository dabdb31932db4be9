package ai.therapysync.gateway.api.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What may be written into a resource.
 *
 * @param fixed columns that are shown and never taken: sent back as they were read, they are passed
 *     over
 * @param together what has to hold of the whole row
 */
public record Shape(
    List<Field> fields, Set<String> fixed, Function<JsonNode, List<Fault>> together) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public Shape {
    fields = List.copyOf(fields);
    fixed = Set.copyOf(fixed);
  }

  /** Nothing has to hold of the whole. */
  public static Shape of(Set<String> fixed, Field... fields) {
    return new Shape(List.of(fields), fixed, _ -> List.of());
  }

  /** The same with a rule for the whole row, which is asked with all its columns. */
  public Shape together(Function<JsonNode, List<Fault>> rule) {
    return new Shape(fields, fixed, rule);
  }

  /** The field of this name. */
  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** What is shown of a person who has no row yet: what the columns' defaults say. */
  public ObjectNode unwritten(List<String> columns) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (String column : columns) {
      row.set(
          column,
          field(column)
              .flatMap(Field::otherwise)
              .map(Shape::tree)
              .orElse(JsonNodeFactory.instance.nullNode()));
    }
    return row;
  }

  private static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A default is no JSON", e);
    }
  }

  /** What is wrong with a new row. */
  public List<Fault> faultsOfNew(ObjectNode body) {
    List<Fault> faults = new ArrayList<>(faults(body, JsonNodeFactory.instance.objectNode()));
    for (Field field : fields) {
      if (field.needed() && !body.has(field.name())) {
        faults.add(new Fault(field.name(), "is missing"));
      }
    }
    return faults.isEmpty() ? together.apply(body) : faults;
  }

  /** What is wrong with a change of this row. */
  public List<Fault> faultsOfChange(ObjectNode body, ObjectNode row) {
    List<Fault> faults = faults(body, row);
    if (!faults.isEmpty()) {
      return faults;
    }
    ObjectNode whole = row.deepCopy();
    whole.setAll(body);
    return together.apply(whole);
  }

  /** What of a body is written: not what is only sent back. */
  public ObjectNode values(ObjectNode body) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    body.properties()
        .forEach(property ->
            field(property.getKey())
                .ifPresent(
                    field -> values.set(field.name(), field.kind().kept(property.getValue()))));
    return values;
  }

  private List<Fault> faults(ObjectNode body, ObjectNode row) {
    List<Fault> faults = new ArrayList<>();
    body.properties()
        .forEach(property ->
            fault(property.getKey(), property.getValue(), row)
                .ifPresent(what -> faults.add(new Fault(property.getKey(), what))));
    return faults;
  }

  private Optional<String> fault(String name, JsonNode value, ObjectNode row) {
    Optional<Field> field = field(name);
    if (field.isPresent()) {
      return value.isNull()
          ? Optional.of("can't be null").filter(_ -> !field.get().nullable())
          : field.get().kind().fault(value);
    }
    if (!fixed.contains(name)) {
      return Optional.of("is not a field of this");
    }
    return value.equals(row.path(name)) ? Optional.empty() : Optional.of("can't be set here");
  }
}
