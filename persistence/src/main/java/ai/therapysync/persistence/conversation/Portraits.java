package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.person.Person;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.resources.Lookups;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/** A person as an answer would know them, with a row that is not written yet. */
public final class Portraits {
  private static final UUID NOBODY = new UUID(0, 0);

  private Portraits() {}

  /**
   * Somebody whom the caller sees.
   *
   * @param instead a row in place of the one that is kept, of the profile, the settings or the
   *     cultural profile
   */
  public static Optional<Person> of(
      Acting acting, UUID person, Resource resource, ObjectNode instead) {
    Optional<ObjectNode> profile =
        ResourceRows.of(Resource.PROFILES).find(acting, Optional.empty(), person);
    return profile.map(row -> {
      ObjectNode all = JsonNodeFactory.instance.objectNode();
      all.set("profile", resource == Resource.PROFILES ? instead.deepCopy() : row);
      ObjectNode config = row(acting, person, Resource.SETTINGS, resource, instead);
      all.set("config", config);
      ObjectNode culture = row(acting, person, Resource.CULTURAL_PROFILES, resource, instead);
      all.set("culture", culture.put("id", person.toString()));
      personality(acting, config).ifPresent(found -> all.set("personality", found));
      return Persons.read(person, all, Lookups.number(acting, person));
    });
  }

  /**
   * Somebody of whom nothing is known, in the voice of a row that may not be written yet.
   *
   * @param voice columns of the personality; those that are missing say nothing
   */
  public static Person stranger(ObjectNode voice) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.set("personality", voice.deepCopy().put("id", NOBODY.toString()));
    return Persons.read(NOBODY, all, Optional.empty());
  }

  private static ObjectNode row(
      Acting acting, UUID person, Resource wanted, Resource replaced, ObjectNode instead) {
    return wanted == replaced
        ? instead.deepCopy()
        : ResourceRows.of(wanted)
            .findOnly(acting, person)
            .orElseGet(JsonNodeFactory.instance::objectNode);
  }

  private static Optional<ObjectNode> personality(Acting acting, ObjectNode config) {
    String id = config.path("ai_personality_id").asText();
    return Lookups.isPersonality(acting, id)
        ? ResourceRows.of(Resource.PERSONALITIES)
            .find(acting, Optional.empty(), UUID.fromString(id))
        : Optional.empty();
  }
}
