package ai.therapysync.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import ai.therapysync.gateway.api.field.Field;
import ai.therapysync.gateway.api.field.Kind;
import ai.therapysync.gateway.api.field.Shape;
import ai.therapysync.persistence.resources.Resource;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is described is what is taken and shown: fields, limits, and columns. */
final class ApiDescriptionTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final List<String> CHECKED =
      List.of(
          "type",
          "enum",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "format",
          "pattern",
          "maxItems",
          "items");

  private final JsonNode schemas = description().path("components").path("schemas");

  private static JsonNode description() {
    try (InputStream file = ApiDescriptionTest.class.getResourceAsStream("openapi.yaml")) {
      return YAML.readTree(Objects.requireNonNull(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final Map<String, Shape> SHAPES =
      Map.ofEntries(
          Map.entry("ProfileFields", Shapes.PROFILE),
          Map.entry("SettingsFields", Shapes.SETTINGS),
          Map.entry("CulturalProfileFields", Shapes.CULTURE),
          Map.entry("IntegrationFields", Shapes.INTEGRATION),
          Map.entry("ContactFields", Shapes.CONTACT),
          Map.entry("GoalFields", Shapes.GOAL),
          Map.entry("MemoryFields", Shapes.MEMORY),
          Map.entry("TherapySessionFields", Shapes.SESSION),
          Map.entry("PersonalityFields", Shapes.PERSONALITY),
          Map.entry("NewMessage", Shapes.MESSAGE),
          Map.entry("Resolution", Shapes.OUTCOME),
          Map.entry("InvitationAnswer", Shapes.INVITATION));

  private static final Map<String, Resource> SHOWN =
      Map.ofEntries(
          Map.entry("Profile", Resource.PROFILES),
          Map.entry("Settings", Resource.SETTINGS),
          Map.entry("CulturalProfile", Resource.CULTURAL_PROFILES),
          Map.entry("Integration", Resource.INTEGRATIONS),
          Map.entry("Contact", Resource.CONTACTS),
          Map.entry("Goal", Resource.GOALS),
          Map.entry("Memory", Resource.MEMORIES),
          Map.entry("TherapySession", Resource.SESSIONS),
          Map.entry("MoodEntry", Resource.MOODS),
          Map.entry("Assessment", Resource.ASSESSMENTS),
          Map.entry("GoalAchievement", Resource.ACHIEVEMENTS),
          Map.entry("GoalInsight", Resource.INSIGHTS),
          Map.entry("Recommendation", Resource.RECOMMENDATIONS),
          Map.entry("Message", Resource.MESSAGES),
          Map.entry("CrisisIntervention", Resource.CRISIS_INTERVENTIONS),
          Map.entry("Household", Resource.HOUSEHOLDS),
          Map.entry("HouseholdMember", Resource.HOUSEHOLD_MEMBERS),
          Map.entry("FamilyAlert", Resource.FAMILY_ALERTS),
          Map.entry("Personality", Resource.PERSONALITIES),
          Map.entry("UserAnalytics", Resource.USER_ANALYTICS),
          Map.entry("PlatformAnalytics", Resource.PLATFORM_ANALYTICS));

  @TestFactory
  Stream<DynamicTest> whatIsTaken() {
    return SHAPES.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(), () -> agrees(entry.getKey(), entry.getValue())));
  }

  private void agrees(String name, Shape shape) {
    JsonNode schema = schemas.path(name);
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
    assertThat(names(schema.path("properties")))
        .containsExactlyInAnyOrderElementsOf(shape.fields().stream().map(Field::name).toList());
    for (Field field : shape.fields()) {
      assertThat(limits(schema.path("properties").path(field.name())))
          .as(name + "." + field.name())
          .isEqualTo(expected(field));
    }
    List<String> needed = shape.fields().stream().filter(Field::needed).map(Field::name).toList();
    assertThat(required(name)).containsExactlyInAnyOrderElementsOf(needed);
  }

  /** A new row's needs stand beside the fields, or in a schema of their own. */
  private List<String> required(String name) {
    JsonNode own = schemas.path("New" + name.replace("Fields", ""));
    JsonNode list = (own.isMissingNode() ? schemas.path(name) : own).path("required");
    List<String> names = new ArrayList<>();
    list.forEach(word -> names.add(word.asText()));
    return names;
  }

  private static ObjectNode limits(JsonNode property) {
    ObjectNode limits = YAML.createObjectNode();
    CHECKED.stream().filter(property::has).forEach(key -> limits.set(key, property.path(key)));
    return limits;
  }

  private static ObjectNode expected(Field field) {
    ObjectNode expected = limits(schema(field.kind()));
    if (field.nullable()) {
      ArrayNode types = YAML.createArrayNode().add(expected.path("type")).add("null");
      expected.set("type", types);
      if (expected.path("enum") instanceof ArrayNode words) {
        words.addNull();
      }
    }
    return (ObjectNode) reread(limits(expected));
  }

  private static JsonNode schema(Kind kind) {
    ObjectNode schema = YAML.createObjectNode();
    return switch (kind) {
      case Kind.Text(int most) ->
          schema.put("type", "string").put("minLength", 1).put("maxLength", most);
      case Kind.Word(List<String> words) -> {
        schema.put("type", "string");
        ArrayNode list = schema.putArray("enum");
        words.forEach(list::add);
        yield schema;
      }
      case Kind.Whole(long least, long most) ->
          schema.put("type", "integer").put("minimum", least).put("maximum", most);
      case Kind.Decimal(var least, var most) ->
          schema.put("type", "number").put("minimum", least).put("maximum", most);
      case Kind.Flag _ -> schema.put("type", "boolean");
      case Kind.Day _ -> schema.put("type", "string").put("format", "date");
      case Kind.TimeOfDay _ ->
          schema.put("type", "string").put("pattern", "^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$");
      case Kind.Moment _ -> schema.put("type", "string").put("format", "date-time");
      case Kind.Texts(int most, int length) -> {
        schema.put("type", "array").put("maxItems", most);
        schema.set("items", schema(new Kind.Text(length)));
        yield schema;
      }
      case Kind.Tree _ -> schema.put("type", "object");
      case Kind.Reference _ -> schema.put("type", "string").put("format", "uuid");
      case Kind.Phone _ -> schema.put("type", "string").put("maxLength", 40);
      case Kind.Mail _ -> schema.put("type", "string").put("format", "email");
      case Kind.Tongue _ -> schema.put("type", "string").put("maxLength", 12);
      case Kind.Zone _ -> schema.put("type", "string");
      case Kind.Web _ ->
          schema
              .put("type", "string")
              .put("maxLength", 2_000)
              .put("format", "uri")
              .put("pattern", "^https://");
    };
  }

  /** So that numbers are of the kinds that a reader makes of them. */
  private static JsonNode reread(JsonNode tree) {
    try {
      return YAML.readTree(YAML.writeValueAsString(tree));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @TestFactory
  Stream<DynamicTest> whatIsShown() {
    return SHOWN.entrySet().stream()
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  JsonNode schema = schemas.path(entry.getKey());
                  assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
                  List<String> columns = entry.getValue().columns();
                  assertThat(names(schema.path("properties"))).containsExactlyElementsOf(columns);
                  List<String> required = new ArrayList<>();
                  schema.path("required").forEach(word -> required.add(word.asText()));
                  assertThat(required).containsExactlyElementsOf(columns);
                }));
  }

  /** A resource that is mounted some day is described on that day. */
  @Test
  void everyResourceThatIsShownIsDescribed() {
    assertThat(SHOWN.values())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Resource.values())
                .filter(resource -> resource != Resource.CRISIS_ASSESSMENTS)
                .toList());
  }

  private static List<String> names(JsonNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
