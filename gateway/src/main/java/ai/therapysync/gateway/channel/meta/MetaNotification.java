package ai.therapysync.gateway.channel.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** All that one body tells, in its order; changes of other fields than messages are left out. */
final class MetaNotification {
  private final List<Element> elements = new ArrayList<>();

  private MetaNotification() {}

  /** One thing that a body tells. Private: never printed. */
  sealed interface Element {
    /** What is about the same person, or the same message of ours, stays in its order. */
    String about();

    /** A message, and the value that names its sender and ours. */
    record Message(JsonNode message, JsonNode value) implements Element {
      @Override
      public String about() {
        String number = MetaJson.name(message, "from");
        return number.isEmpty() ? MetaJson.name(message, "from_user_id") : number;
      }

      @Override
      public String toString() {
        return "Message[private]";
      }
    }

    /** What has become of a message of ours. */
    record Status(JsonNode status) implements Element {
      @Override
      public String about() {
        return MetaJson.name(status, "id");
      }

      @Override
      public String toString() {
        return "Status[private]";
      }
    }
  }

  static List<Element> read(JsonNode body) {
    MetaNotification notification = new MetaNotification();
    notification.each(body.path("entry")).forEach(notification::entry);
    return List.copyOf(notification.elements);
  }

  private void entry(JsonNode entry) {
    if (entry.isObject()) {
      each(entry.path("changes")).forEach(this::change);
    } else {
      odd(entry);
    }
  }

  private void change(JsonNode change) {
    JsonNode value = change.path("value");
    String field = MetaJson.text(change, "field");
    if (!field.isEmpty() && !field.equals("messages")) {
      return;
    }
    if (!value.isObject()) {
      odd(change);
      return;
    }
    each(value.path("messages"))
        .forEach(message -> elements.add(new Element.Message(message, value)));
    each(value.path("statuses")).forEach(status -> elements.add(new Element.Status(status)));
    each(value.path("errors")).forEach(this::odd);
  }

  /** The elements of an array; what stands in its place is kept as one odd thing. */
  private List<JsonNode> each(JsonNode array) {
    if (array.isArray()) {
      List<JsonNode> all = new ArrayList<>();
      array.forEach(all::add);
      return all;
    }
    if (!array.isMissingNode() && !array.isNull()) {
      odd(array);
    }
    return List.of();
  }

  /** Kept as a message of nobody's, which nothing is answered to. */
  private void odd(JsonNode element) {
    elements.add(new Element.Message(element, JsonNodeFactory.instance.objectNode()));
  }
}
