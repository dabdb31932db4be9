package ai.therapysync.persistence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.Personality;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of people as they were written by hand. */
class PersonsTest {
  private static final UUID ID = new UUID(7, 7);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"warmth\": 0.8, \"pace\": null} | {warmth=0.8}",
        "[\"warm\", null, {\"humour\": \"low\"}] | {warm=yes, humour=low}",
        "\"warm, slow\" | {warm=yes, slow=yes}",
        "{\"style\": {\"pace\": 3}} | {style={\"pace\":3}}",
        "null | {}",
        "7 | {}"
      })
  void traitsAreReadInWhateverFormTheyAreWritten(String traits, String read) {
    Person person =
        person("{\"personality\": {\"id\": \"v\", \"personality_traits\": " + traits + "}}");
    Map<String, String> values = person.personality().traits();
    assertThat(values.entrySet())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            read.equals("{}") ? new String[0] : read.substring(1, read.length() - 1).split(", "));
  }

  @Test
  void nothingInAListIsNoName() {
    Person person =
        person(
            """
            {"personality": {"id": "v", "specialties": ["grief", null]},
             "culture": {"id": "00000000-0000-0007-0000-000000000007",
                         "cultural_sensitivities": [null], "family_structure": null}}\
            """);
    assertThat(person.personality().specialties()).isEqualTo(List.of("grief"));
    assertThat(person.culture().sensitivities()).isEmpty();
    assertThat(person.culture().familyStructure()).isEqualTo("individual");
  }

  @Test
  void whoHasNoRowsGetsTheDefaults() {
    assertThat(person("{}").personality()).isEqualTo(Personality.standard());
    assertThat(person("{}").culture()).isEqualTo(Culture.standard());
  }

  private static Person person(String json) {
    try {
      return Persons.read(ID, new ObjectMapper().readTree(json), Optional.empty());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
