package ai.therapysync.gateway.channel.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What Meta's description asks of a body for a number's messages, in the parts that we use. It
 * knows the person's id in {@code recipient} and our own id beside it from the pages alone.
 */
final class MetaShape {
  private static final String NUMBER = "\\+?[0-9]{5,15}";
  private static final String USER_ID = "[A-Z]{2}\\.(ENT\\.)?[0-9A-Za-z]{1,128}";

  private final List<String> faults = new ArrayList<>();

  private MetaShape() {}

  /** What is wrong with it, without a word of what it says; empty when it is taken. */
  static List<String> faults(JsonNode body) {
    MetaShape shape = new MetaShape();
    shape.must(body.path("messaging_product").asText().equals("whatsapp"), "messaging_product");
    if (body.has("status")) {
      shape.mark(body);
    } else {
      shape.message(body);
    }
    return List.copyOf(shape.faults);
  }

  private void mark(JsonNode body) {
    keys(body, Set.of("messaging_product", "status", "message_id"), Set.of("typing_indicator"));
    must(body.path("status").asText().equals("read"), "status");
    text(body, "message_id", 255);
    if (body.has("typing_indicator")) {
      keys(body.path("typing_indicator"), Set.of("type"), Set.of());
      must(body.path("typing_indicator").path("type").asText().equals("text"), "typing_indicator");
    }
  }

  private void message(JsonNode body) {
    String type = body.path("type").asText();
    keys(
        body,
        Set.of("messaging_product", "recipient_type", "type", type),
        Set.of("to", "recipient", "context", "biz_opaque_callback_data"));
    must(body.path("recipient_type").asText().equals("individual"), "recipient_type");
    must(body.has("to") ^ body.has("recipient"), "to or recipient");
    must(!body.has("to") || body.path("to").asText().matches(NUMBER), "to");
    must(!body.has("recipient") || body.path("recipient").asText().matches(USER_ID), "recipient");
    if (body.has("biz_opaque_callback_data")) {
      text(body, "biz_opaque_callback_data", 512);
    }
    JsonNode content = body.path(type);
    switch (type) {
      case "text" -> words(content);
      case "template" -> template(content);
      case "interactive" -> interactive(content);
      default -> must(false, "type " + type);
    }
  }

  private void words(JsonNode text) {
    keys(text, Set.of("body"), Set.of("preview_url"));
    text(text, "body", 4_096);
    must(!text.has("preview_url") || text.path("preview_url").isBoolean(), "preview_url");
  }

  private void template(JsonNode template) {
    keys(template, Set.of("name", "language"), Set.of("components"));
    must(template.path("name").asText().matches("[a-z0-9_]{1,512}"), "template.name");
    JsonNode language = template.path("language");
    keys(language, Set.of("code"), Set.of("policy"));
    must(language.path("policy").asText().equals("deterministic"), "language.policy");
    must(language.path("code").asText().matches("[a-z]{2,3}(_[A-Z]{2,3})?"), "language.code");
    for (JsonNode component : template.path("components")) {
      keys(component, Set.of("type", "parameters"), Set.of());
      must(component.path("type").asText().equals("body"), "component.type");
      must(!component.path("parameters").isEmpty(), "component.parameters");
      for (JsonNode parameter : component.path("parameters")) {
        keys(parameter, Set.of("type", "text"), Set.of("parameter_name"));
        must(parameter.path("type").asText().equals("text"), "parameter.type");
        text(parameter, "text", 32_768);
        // A page of the errors says so, not the description.
        must(!parameter.path("text").asText().matches("(?s).*(\n|\t| {5}).*"), "parameter.text");
      }
    }
  }

  private void interactive(JsonNode content) {
    keys(content, Set.of("type", "body", "action"), Set.of("header", "footer"));
    text(content.path("body"), "text", 1_024);
    if (content.has("footer")) {
      text(content.path("footer"), "text", 60);
    }
    if (content.has("header")) {
      must(content.path("header").path("type").asText().equals("text"), "header.type");
      text(content.path("header"), "text", 60);
    }
    switch (content.path("type").asText()) {
      case "button" -> buttons(content.path("action"));
      case "list" -> list(content.path("action"));
      default -> must(false, "interactive.type");
    }
  }

  private void buttons(JsonNode action) {
    keys(action, Set.of("buttons"), Set.of());
    must(action.path("buttons").size() >= 1 && action.path("buttons").size() <= 3, "buttons");
    Set<String> seen = new HashSet<>();
    for (JsonNode button : action.path("buttons")) {
      keys(button, Set.of("type", "reply"), Set.of());
      must(button.path("type").asText().equals("reply"), "button.type");
      keys(button.path("reply"), Set.of("id", "title"), Set.of());
      choice(button.path("reply"), 256, 20, seen);
    }
  }

  private void list(JsonNode action) {
    keys(action, Set.of("button", "sections"), Set.of());
    text(action, "button", 20);
    JsonNode sections = action.path("sections");
    must(sections.size() >= 1 && sections.size() <= 10, "sections");
    Set<String> seen = new HashSet<>();
    int rows = 0;
    for (JsonNode section : sections) {
      keys(section, Set.of("rows"), Set.of("title"));
      if (section.has("title") || sections.size() > 1) {
        text(section, "title", 24);
      }
      for (JsonNode row : section.path("rows")) {
        keys(row, Set.of("id", "title"), Set.of("description"));
        choice(row, 200, 24, seen);
        if (row.has("description")) {
          text(row, "description", 72);
        }
        rows++;
      }
    }
    must(rows >= 1 && rows <= 10, "rows");
  }

  /** Ids are told apart among themselves, and so are titles. */
  private void choice(JsonNode choice, int longestId, int longestTitle, Set<String> seen) {
    text(choice, "id", longestId);
    text(choice, "title", longestTitle);
    String id = choice.path("id").asText();
    must(id.equals(id.strip()), "id with blanks");
    must(seen.add("id " + id), "the same id twice");
    must(seen.add("title " + choice.path("title").asText()), "the same title twice");
  }

  private void text(JsonNode node, String name, int longest) {
    String text = node.path(name).asText();
    boolean fits = !text.isBlank() && text.codePointCount(0, text.length()) <= longest;
    must(node.path(name).isTextual() && fits, name);
  }

  private void keys(JsonNode node, Set<String> required, Set<String> optional) {
    must(node.isObject(), "an object with " + required);
    required.forEach(name -> must(node.has(name), "no " + name));
    node.fieldNames()
        .forEachRemaining(
            name -> must(required.contains(name) || optional.contains(name), "strange " + name));
  }

  private void must(boolean holds, String what) {
    if (!holds) {
      faults.add(what);
    }
  }
}
