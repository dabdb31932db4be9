package ai.therapysync.gateway.console.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Events as text. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static String of(String subject, boolean alarm) {
    return write(Map.of("subject", subject, "alarm", alarm));
  }

  static String counts(int incidents, int humans) {
    return write(Map.of("incidents", incidents, "humans", humans));
  }

  private static String write(Map<String, ?> values) {
    try {
      return MAPPER.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An event can't be written", e);
    }
  }
}
