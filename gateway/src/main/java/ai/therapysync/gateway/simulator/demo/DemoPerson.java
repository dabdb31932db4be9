package ai.therapysync.gateway.simulator.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A person in therapy for the demo: rows of {@code profiles}, a verified {@code
 * whatsapp_integrations}, and what hangs on them. The ids are the same at every start.
 *
 * @param id {@code auth.users.id} and {@code profiles.id}
 */
public record DemoPerson(
    UUID id,
    String email,
    String preferredLanguage,
    DemoPhone phone,
    Config config,
    Culture culture,
    List<Contact> contacts,
    List<Memory> memories,
    List<Goal> goals) {
  public DemoPerson {
    contacts = List.copyOf(contacts);
    memories = List.copyOf(memories);
    goals = List.copyOf(goals);
  }

  /** The full name, as in {@code profiles.name}. */
  public String name() {
    return phone.name();
  }

  /** The id of their verified integration. */
  public UUID integrationId() {
    return DemoIds.of("integration " + id);
  }

  /**
   * Their {@code whatsapp_config} row.
   *
   * @param personality the id of a {@code therapist_personalities} row; none means {@code default}
   * @param hours when answers are written; none means business hours are off
   */
  public record Config(
      Optional<UUID> personality, int responseDelaySeconds, Optional<Hours> hours, String zone) {}

  /** Business hours; overnight when the end is earlier than the start. */
  public record Hours(LocalTime start, LocalTime end) {}

  /** Their {@code user_cultural_profiles} row; an empty text stands for null. */
  public record Culture(
      String primaryLanguage,
      String background,
      String familyStructure,
      String communicationStyle,
      String religion,
      List<String> approachPreferences,
      List<String> sensitivities) {
    public Culture {
      approachPreferences = List.copyOf(approachPreferences);
      sensitivities = List.copyOf(sensitivities);
    }

    /** {@code religious_considerations}. */
    public boolean religiousConsiderations() {
      return !religion.isEmpty();
    }
  }

  /**
   * An {@code emergency_contacts} row, with the phone that stands for it on the network. The first
   * in a person's list is the primary one.
   */
  public record Contact(UUID id, DemoPhone phone, Optional<String> email, String relationship) {}

  /** A {@code conversation_memory} row. */
  public record Memory(
      UUID id, String type, String title, String content, List<String> tags, double importance) {
    public Memory {
      tags = List.copyOf(tags);
    }
  }

  /** A {@code goals} row. */
  public record Goal(
      UUID id,
      String title,
      String description,
      String category,
      Progress progress,
      Optional<LocalDate> targetDate) {}

  /** How far a goal is. */
  public record Progress(double target, double current, int streak, int bestStreak) {}
}
