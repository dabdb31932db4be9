package ai.therapysync.conversation.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the JSON object of an answer, whatever stands around it. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}&&[^\\u200C\\u200D]]");
  private static final Pattern GAPS = Pattern.compile("[\\p{Cc}\\p{Z}]+");

  /** Longer than what is asked for can ever be. */
  private static final int LONGEST = 8_000;

  private Json() {}

  /** Empty when there is none, or when it can't be read. */
  static Optional<JsonNode> object(String answer) {
    int start = answer.indexOf('{');
    int end = answer.lastIndexOf('}');
    if (start < 0 || end < start || end - start > LONGEST) {
      return Optional.empty();
    }
    try {
      return Optional.of(MAPPER.readTree(answer.substring(start, end + 1)));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A text of a field as one line, without what nobody sees; empty when there is none. */
  static String text(JsonNode node) {
    String text = node.isTextual() ? node.asText() : "";
    return GAPS.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ").strip();
  }

  /** The texts of a list, as far as they are neither empty nor longer than that. */
  static List<String> texts(JsonNode list, int longest, int most) {
    List<String> texts = new ArrayList<>();
    list.forEach(node -> texts.add(text(node)));
    return texts.stream()
        .filter(text -> !text.isEmpty() && text.length() <= longest)
        .distinct()
        .limit(most)
        .toList();
  }
}
