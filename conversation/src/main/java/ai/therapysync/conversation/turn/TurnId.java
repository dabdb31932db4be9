package ai.therapysync.conversation.turn;

import java.util.UUID;

/** The id of a turn: one answer to all that a person said since the last one. */
public record TurnId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
