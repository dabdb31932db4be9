package ai.therapysync.gateway.api;

import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.api.field.Fault;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.resources.Lookups;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a value must agree with in other rows. */
public final class Rules {
  private Rules() {}

  /** Every value stands for itself. */
  static List<Fault> nothing(Acting acting, UUID person, ObjectNode values) {
    return List.of();
  }

  /** The personality is the default one, or one that can be chosen. */
  public static List<Fault> settings(Acting acting, UUID person, ObjectNode values) {
    String chosen = values.path("ai_personality_id").asText("default");
    boolean known =
        values.path("ai_personality_id").isNull()
            || chosen.equals("default")
            || Lookups.isActivePersonality(acting, chosen);
    return known
        ? List.of()
        : List.of(
            new Fault("ai_personality_id", "must be default, or the id of an active personality"));
  }

  /** The number can be called from where the person lives. */
  public static List<Fault> contact(Acting acting, UUID person, ObjectNode values) {
    if (!values.hasNonNull("phone_number")) {
      return List.of();
    }
    String region = Lookups.number(acting, person).map(PhoneNumber::region).orElse("ZZ");
    return PhoneNumber.parse(values.path("phone_number").asText(), region).isPresent()
        ? List.of()
        : List.of(
            new Fault(
                "phone_number",
                "must be a phone number, best with its country code, such as +12025550123"));
  }

  /** A memory belongs to a talk of the same person. */
  public static List<Fault> memory(Acting acting, UUID person, ObjectNode values) {
    boolean fits =
        !values.hasNonNull("session_id")
            || Lookups.isSessionOf(
                acting, person, UUID.fromString(values.path("session_id").asText()));
    return fits
        ? List.of()
        : List.of(new Fault("session_id", "must be the id of a session of this person"));
  }

  /** A talk has a personality that there is, and ends after it began. */
  public static List<Fault> session(Acting acting, UUID person, ObjectNode values) {
    List<Fault> faults = new ArrayList<>();
    if (values.hasNonNull("therapist_personality_id")
        && !Lookups.isPersonality(acting, values.path("therapist_personality_id").asText())) {
      faults.add(new Fault("therapist_personality_id", "must be the id of a personality"));
    }
    return faults;
  }
}
