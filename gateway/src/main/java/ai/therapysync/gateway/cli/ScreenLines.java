package ai.therapysync.gateway.cli;

import ai.therapysync.crisis.risk.Assessment;
import ai.therapysync.crisis.risk.Evidence;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The lines of {@code screen --jsonl}, as the contract writes them. */
final class ScreenLines {
  private final ObjectMapper json = new ObjectMapper();

  /**
   * A line to answer.
   *
   * @param id as it was given, text or number
   */
  record Question(JsonNode id, String text, Optional<String> language) {}

  Question parse(String line, int number) {
    JsonNode node = read(line, number);
    JsonNode id = node.path("id");
    if (!node.isObject() || id.isMissingNode() || !node.path("text").isTextual()) {
      throw new Refusal(
          "Line " + number + " of standard input must be an object with \"id\" and \"text\"");
    }
    Optional<String> language =
        Optional.of(node.path("lang")).filter(JsonNode::isTextual).map(JsonNode::textValue);
    return new Question(id, node.path("text").textValue(), language);
  }

  String answer(Question question, Assessment assessment) {
    ObjectNode answer = json.createObjectNode();
    answer.set("id", question.id());
    answer.put("level", assessment.level().word());
    answer.put("category", assessment.category().map(kind -> kind.word()).orElse(null));
    ArrayNode categories = answer.putArray("categories");
    assessment.categories().forEach(kind -> categories.add(kind.word()));
    ArrayNode reasons = answer.putArray("evidence");
    assessment.evidence().forEach(evidence -> describe(evidence, reasons.addObject()));
    try {
      return json.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An assessment can't be written", e);
    }
  }

  private static void describe(Evidence evidence, ObjectNode node) {
    node.put("family", evidence.family());
    node.put("category", evidence.category().word());
    node.put("level", evidence.level().word());
    node.put("span", evidence.span());
    ArrayNode modifiers = node.putArray("modifiers");
    evidence.modifiers().forEach(modifiers::add);
  }

  private JsonNode read(String line, int number) {
    try {
      return json.readTree(line);
    } catch (JsonProcessingException e) {
      throw new Refusal("Line " + number + " of standard input is not JSON");
    }
  }
}
