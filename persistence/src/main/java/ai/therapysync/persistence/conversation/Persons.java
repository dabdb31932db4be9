package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.person.Culture;
import ai.therapysync.conversation.person.FirstName;
import ai.therapysync.conversation.person.NumberZone;
import ai.therapysync.conversation.person.Person;
import ai.therapysync.conversation.person.PersonLanguage;
import ai.therapysync.conversation.person.Personality;
import ai.therapysync.conversation.person.Settings;
import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.crisis.risk.PersonId;
import ai.therapysync.persistence.database.Rows;
import ai.therapysync.persistence.person.SettingsRows;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A person from the JSON of their rows; column defaults stand in for rows that are missing. */
final class Persons {
  private Persons() {}

  static Person read(UUID id, JsonNode row, Optional<PhoneNumber> number) {
    JsonNode culture = row.path("culture");
    Settings settings = SettingsRows.read(row.path("config")).settings();
    return new Person(
        new PersonId(id),
        FirstName.of(Rows.text(row.path("profile"), "name").orElse("")),
        PersonLanguage.choose(
            Rows.text(row.path("profile"), "preferred_language"),
            Rows.text(culture, "primary_language")),
        number.map(PhoneNumber::region).orElse("ZZ"),
        NumberZone.choose(settings.hours().zone(), number),
        settings,
        personality(row.path("personality")),
        Rows.uuid(culture, "id").isPresent() ? culture(culture) : Culture.standard());
  }

  private static Personality personality(JsonNode row) {
    return Rows.text(row, "id")
        .map(id ->
            new Personality(
                id,
                row.path("name").asText(),
                row.path("title").asText(),
                row.path("description").asText(),
                row.path("approach").asText(),
                Rows.texts(row, "specialties"),
                row.path("communication_style").asText(),
                map(row.path("personality_traits")),
                map(row.path("effectiveness_areas"))))
        .orElseGet(Personality::standard);
  }

  private static Culture culture(JsonNode row) {
    return new Culture(
        Rows.text(row, "primary_language").flatMap(Language::of),
        Rows.text(row, "cultural_background").orElse(""),
        Rows.text(row, "family_structure").orElse("individual"),
        Rows.text(row, "communication_style").orElse("direct"),
        Rows.flag(row, "religious_considerations", false),
        Rows.text(row, "religious_details").orElse(""),
        Rows.texts(row, "therapy_approach_preferences"),
        Rows.texts(row, "cultural_sensitivities"));
  }

  /**
   * As people write it: with strengths, {@code {"warmth": 0.8}}, as a list, {@code ["warm"]}, or in
   * one string, {@code "warm, slow"}.
   */
  private static Map<String, String> map(JsonNode node) {
    Map<String, String> values = new HashMap<>();
    if (node.isTextual()) {
      Stream.of(node.asText().split("[,;]", -1))
          .map(String::strip)
          .filter(name -> !name.isEmpty())
          .forEach(name -> values.put(name, "yes"));
    }
    if (node.isArray()) {
      node.forEach(item -> values.putAll(map(item)));
    }
    node.properties().stream()
        .filter(field -> !field.getValue().isNull())
        .forEach(field -> values.put(field.getKey(), text(field.getValue())));
    return values;
  }

  private static String text(JsonNode value) {
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
