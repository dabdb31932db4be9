package ai.therapysync.conversation.intake;

import ai.therapysync.conversation.onboarding.Application;
import ai.therapysync.crisis.people.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All that deciding on a message needs, as it stands under the lock.
 *
 * @param offered the answers that were offered with the last thing that we sent to this number
 * @param optedOut this number said STOP to this sender
 * @param earlier what it changes of what was sent before
 * @param operators who is alarmed
 * @param newId a fresh id for an incident, should one open
 */
public record Circumstances(
    Sender sender,
    Optional<Errand> errand,
    Optional<Offered> offered,
    boolean optedOut,
    Stranger stranger,
    Earlier earlier,
    List<EmailAddress> operators,
    UUID newId,
    Instant now) {
  public Circumstances {
    operators = List.copyOf(operators);
  }

  /**
   * What a number without a user has had from us.
   *
   * @param doorShownAt when it last saw the closed door
   * @param safeRepliesThisHour how many safe replies it has had within the hour
   * @param application where they stand on their way in
   * @param questionWaits what they were asked last has not left yet: this can't be the answer
   * @param alarmedLately operators were alarmed of it within the last 15 minutes
   */
  public record Stranger(
      Optional<Instant> doorShownAt,
      int safeRepliesThisHour,
      boolean alarmedLately,
      Optional<Application> application,
      boolean questionWaits) {
    /** Nothing yet. */
    public static Stranger fresh() {
      return new Stranger(Optional.empty(), 0, false, Optional.empty(), false);
    }
  }
}
