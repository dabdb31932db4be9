package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.message.TemplateText;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a template as Meta fills it in: by its name, its language and the values of its body. */
final class MetaTemplate {
  private MetaTemplate() {}

  /** Meta refuses a component without parameters, so that there is none where no value is. */
  static void write(ObjectNode message, TemplateText text) {
    ObjectNode template = message.put("type", "template").putObject("template");
    String[] name = text.name().split("/", 2);
    template.put("name", name[0]);
    template
        .putObject("language")
        .put("policy", "deterministic")
        .put("code", name.length > 1 ? name[1] : text.language().code());
    if (!text.values().isEmpty()) {
      ArrayNode parameters =
          template.putArray("components").addObject().put("type", "body").putArray("parameters");
      text.values().forEach(value -> parameters.addObject().put("type", "text").put("text", value));
    }
  }
}
