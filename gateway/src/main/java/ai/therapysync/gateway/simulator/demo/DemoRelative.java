package ai.therapysync.gateway.simulator.demo;

import java.util.UUID;

/**
 * Someone with an account who is in no therapy of their own: a family member who may be told. Their
 * number is verified.
 */
public record DemoRelative(UUID id, String email, String preferredLanguage, DemoPhone phone) {
  /** The full name, as in {@code profiles.name}. */
  public String name() {
    return phone.name();
  }

  /** The id of their verified integration. */
  public UUID integrationId() {
    return DemoIds.of("integration " + id);
  }
}
