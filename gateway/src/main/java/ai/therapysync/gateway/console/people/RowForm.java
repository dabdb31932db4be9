package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.api.Etag;
import ai.therapysync.gateway.api.field.Fault;
import ai.therapysync.gateway.api.field.Field;
import ai.therapysync.gateway.api.field.Kind;
import ai.therapysync.gateway.api.field.Shape;
import ai.therapysync.gateway.console.page.Form;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows as forms, and forms as rows: what the API takes as JSON, typed into fields. */
public final class RowForm {
  /** The hidden field by which two people who change a row notice each other. */
  public static final String VERSION = "version";

  private final Shape shape;
  private final List<Input> inputs;

  RowForm(Shape shape, List<Input> inputs) {
    this.shape = shape;
    this.inputs = List.copyOf(inputs);
  }

  /** A form with nothing in it but what is usual. */
  public Form blank() {
    return showing(JsonNodeFactory.instance.objectNode());
  }

  /** A form with what stands in the row. */
  public Form showing(ObjectNode row) {
    Map<String, List<String>> values = new HashMap<>();
    inputs.forEach(input -> {
      String shown = shown(row.path(input.name()), input);
      if (input.widget() != Input.Widget.CHECK || shown.equals("true")) {
        values.put(input.name(), List.of(shown));
      }
    });
    values.put(VERSION, List.of(Etag.of(row)));
    return Form.of(values);
  }

  /** What was typed, as the API would be sent it. */
  public ObjectNode body(Form form, boolean adding) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    for (Input input : inputs) {
      Field field = shape.field(input.name()).orElseThrow();
      JsonNode value = value(field, form);
      // A new row has its column's default where nothing was typed.
      if (!(adding && value.isNull())) {
        body.set(input.name(), value);
      }
    }
    return body;
  }

  /**
   * What was typed over this row. Pairs that nobody touched are left out: the row may hold more of
   * them than lines can show.
   */
  public ObjectNode body(Form form, ObjectNode before) {
    ObjectNode body = body(form, false);
    inputs.stream()
        .filter(input -> input.widget() == Input.Widget.PAIRS)
        .filter(input -> shown(before.path(input.name()), input).equals(typed(form, input)))
        .forEach(input -> body.remove(input.name()));
    return body;
  }

  /** Notes each fault beside its field. */
  public void note(Form form, List<Fault> faults) {
    for (Fault fault : faults) {
      boolean empty = form.value(fault.field()).isBlank();
      form.error(fault.field(), empty ? "Fill this in" : sentence(words(fault)));
    }
  }

  private String words(Fault fault) {
    boolean pairs =
        shape.field(fault.field()).filter(field -> field.kind() instanceof Kind.Tree).isPresent();
    return pairs ? "is too long; shorten it, or take lines out" : fault.what();
  }

  /** A form of what was typed, each field that stands otherwise by now with what it is. */
  Form differing(Form typed, ObjectNode now) {
    Form current = showing(now);
    Map<String, List<String>> values = new HashMap<>();
    for (Input input : inputs) {
      values.put(input.name(), typed.all(input.name()));
    }
    values.put(VERSION, current.all(VERSION));
    Form form = Form.of(values);
    for (Input input : inputs) {
      String stored = current.value(input.name());
      if (!stored.equals(typed(typed, input))) {
        form.error(input.name(), "Somebody else's value: " + words(input, stored));
      }
    }
    return form;
  }

  private static String words(Input input, String stored) {
    if (input.widget() == Input.Widget.CHECK) {
      return stored.equals("true") ? "on" : "off";
    }
    return stored.isEmpty() ? "nothing" : input.options().getOrDefault(stored, stored);
  }

  private static JsonNode value(Field field, Form form) {
    if (field.kind() instanceof Kind.Flag) {
      return BooleanNode.valueOf(form.checked(field.name()));
    }
    String text = normal(form.value(field.name()));
    if (field.kind() instanceof Kind.Texts) {
      return lines(text);
    }
    if (field.kind() instanceof Kind.Tree) {
      return Pairs.read(text);
    }
    if (text.isEmpty()) {
      return field.nullable() ? NullNode.getInstance() : TextNode.valueOf("");
    }
    boolean number = field.kind() instanceof Kind.Whole || field.kind() instanceof Kind.Decimal;
    return number && text.matches("-?[0-9]{1,15}(\\.[0-9]{1,9})?")
        ? number(text)
        : TextNode.valueOf(text);
  }

  private static JsonNode number(String text) {
    return text.contains(".")
        ? DecimalNode.valueOf(new BigDecimal(text))
        : LongNode.valueOf(Long.parseLong(text));
  }

  private static ArrayNode lines(String text) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(array::add);
    return array;
  }

  private static String shown(JsonNode value, Input input) {
    if (value.isNull() || value.isMissingNode()) {
      return input.unset();
    }
    if (input.widget() == Input.Widget.PAIRS) {
      return Pairs.shown(value);
    }
    if (value.isArray()) {
      List<String> lines = new ArrayList<>();
      value.forEach(item -> lines.add(item.asText()));
      return lines.stream().collect(Collectors.joining("\n"));
    }
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    String text = value.asText();
    return input.widget() == Input.Widget.TIME && text.length() > 5 ? text.substring(0, 5) : text;
  }

  private static String typed(Form form, Input input) {
    return normal(form.value(input.name()));
  }

  /** Browsers send other ends of lines than they were given. */
  private static String normal(String text) {
    return text.replace("\r\n", "\n").strip();
  }

  private static String sentence(String what) {
    return what.isEmpty() ? what : Character.toUpperCase(what.charAt(0)) + what.substring(1);
  }
}
