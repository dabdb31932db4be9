package ai.therapysync.conversation.person;

import ai.therapysync.conversation.hours.BusinessHours;
import java.time.Duration;

/**
 * A person's {@code whatsapp_config}: every value usable, whatever the row holds.
 *
 * @param responseDelay 0 to 3600 seconds
 * @param hours when answers are written
 */
public record Settings(
    String personalityId,
    Duration responseDelay,
    BusinessHours hours,
    boolean autoResponses,
    boolean crisisEscalation,
    boolean encryption) {

  /** What the column defaults say, for someone without a row. */
  public static Settings standard() {
    return new Settings("default", Duration.ofSeconds(2), BusinessHours.always(), true, true, true);
  }
}
