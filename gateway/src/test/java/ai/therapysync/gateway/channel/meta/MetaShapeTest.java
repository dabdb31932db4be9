package ai.therapysync.gateway.channel.meta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps our requests to Meta's description must itself tell right from wrong. */
final class MetaShapeTest {
  private static final String HEAD =
      "\"messaging_product\": \"whatsapp\", \"recipient_type\": \"individual\", \"to\":"
          + " \"14155550123\", ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\": \"text\", \"text\": {\"body\": \"hello\", \"preview_url\": false}",
        "\"type\": \"template\", \"template\": {\"name\": \"page\", \"language\": {\"policy\":"
            + " \"deterministic\", \"code\": \"pt_BR\"}, \"components\": [{\"type\": \"body\","
            + " \"parameters\": [{\"type\": \"text\", \"text\": \"Maya\"}]}]}",
        "\"type\": \"interactive\", \"interactive\": {\"type\": \"button\", \"body\": {\"text\":"
            + " \"Are you safe?\"}, \"action\": {\"buttons\": [{\"type\": \"reply\", \"reply\":"
            + " {\"id\": \"1\", \"title\": \"Yes\"}}, {\"type\": \"reply\", \"reply\": {\"id\":"
            + " \"2\", \"title\": \"No\"}}]}}",
        "\"type\": \"interactive\", \"interactive\": {\"type\": \"list\", \"body\": {\"text\": \"How"
            + " are you?\"}, \"action\": {\"button\": \"Choose\", \"sections\": [{\"rows\":"
            + " [{\"id\": \"1\", \"title\": \"Well\", \"description\": \"quite\"}]}]}}",
      })
  void whatIsDescribedIsTaken(String rest) throws Exception {
    assertThat(MetaShape.faults(json("{" + HEAD + rest + "}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"type\": \"text\", \"text\": {\"body\": \"\"}|body",
        "\"type\": \"text\", \"text\": {\"body\": 5}|body",
        "\"type\": \"text\", \"text\": {\"body\": \"x\", \"colour\": \"red\"}|strange colour",
        "\"type\": \"text\", \"text\": {\"body\": \"x\"}, \"image\": {}|strange image",
        "\"type\": \"text\", \"text\": {\"body\": \"x\"}, \"recipient\": \"US.1\"|to or recipient",
        "\"type\": \"template\", \"template\": {\"name\": \"page\", \"language\": {\"code\":"
            + " \"en\"}}|language.policy",
        "\"type\": \"interactive\", \"interactive\": {\"type\": \"button\", \"body\": {\"text\":"
            + " \"x\"}, \"action\": {\"buttons\": []}}|buttons",
        "\"type\": \"interactive\", \"interactive\": {\"type\": \"button\", \"body\": {\"text\":"
            + " \"x\"}, \"action\": {\"buttons\": [{\"type\": \"reply\", \"reply\": {\"id\": \"1\","
            + " \"title\": \"a title of 21 letters\"}}]}}|title",
        "\"type\": \"interactive\", \"interactive\": {\"type\": \"list\", \"body\": {\"text\":"
            + " \"x\"}, \"action\": {\"button\": \"b\", \"sections\": [{\"rows\": [{\"id\": \"1\","
            + " \"title\": \"a\"}, {\"id\": \"1\", \"title\": \"b\"}]}]}}|the same id twice",
        "\"type\": \"dance\", \"dance\": {}|type dance",
      })
  void whatIsNotDescribedIsNamed(String rest, String fault) throws Exception {
    assertThat(MetaShape.faults(json("{" + HEAD + rest + "}"))).containsExactly(fault);
  }

  private static JsonNode json(String body) throws Exception {
    return new ObjectMapper().readTree(body);
  }
}
