package ai.therapysync.gateway.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Objects as people write them, in lines. */
final class PairsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"warmth\":\"high\",\"pace\":0.5}",
        "{\"warmth\":{\"level\":0.8,\"shown\":true},\"humour\":\"dry\"}",
        "{\"a\":{\"b\":{\"c\":\"d\"}}}",
        "{}"
      })
  void whatIsShownIsReadAsTheSame(String object) throws JsonProcessingException {
    assertThat(Pairs.read(Pairs.shown(JSON.readTree(object))).toString()).isEqualTo(object);
  }

  @Test
  void listsAndTextsAreShownAsPeopleWroteThem() throws JsonProcessingException {
    assertThat(Pairs.shown(JSON.readTree("[\"warm\", {\"pace\": \"slow\"}]")))
        .isEqualTo("warm\npace: slow");
    assertThat(Pairs.shown(JSON.readTree("\"warm, slow\""))).isEqualTo("warm, slow");
    assertThat(Pairs.shown(JSON.readTree("{\"good with\": [\"sleep\", \"grief\"], \"x\": null}")))
        .isEqualTo("good with: sleep, grief");
  }

  @Test
  void whatIsNoPairIsReadAsFarAsItMakesSense() {
    assertThat(Pairs.read("warm\n : \n\nhumour:\n: dry\ntime: 10:30\nwarm: no").toString())
        .isEqualTo("{\"warm\":\"no\",\"humour\":\"yes\",\"dry\":\"yes\",\"time\":\"10:30\"}");
    assertThat(Pairs.read("a / b / c / d: 1").toString())
        .isEqualTo("{\"a\":{\"b\":{\"c / d\":1}}}");
    assertThat(Pairs.read("a: 1\na / b: 2").toString()).isEqualTo("{\"a\":{\"b\":2}}");
  }
}
