package ai.therapysync.persistence.conversation;

import java.time.Instant;

/** How it goes on with a message whose row failed. */
sealed interface Course {
  /** By the same row, then. */
  record Again(Instant at) implements Course {}

  /** Another row carries the message on. */
  record Elsewhere() implements Course {}

  /** Its words wait in this row until the person writes. */
  record Deferred() implements Course {}

  /** It has failed. */
  record Over() implements Course {}
}
