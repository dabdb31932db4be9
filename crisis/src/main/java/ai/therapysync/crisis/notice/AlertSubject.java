package ai.therapysync.crisis.notice;

import java.util.UUID;

/** What operators are alarmed about; ids and words for parts of the gateway, never names. */
public sealed interface AlertSubject {
  /** An incident. */
  record OfIncident(UUID id) implements AlertSubject {}

  /** A person in care who has no incident. */
  record OfPerson(UUID id) implements AlertSubject {}

  /** A message of somebody whom we don't know: its row of {@code gateway.inbound}. */
  record OfMessage(UUID id) implements AlertSubject {}

  /** A part of the gateway, such as a provider. */
  record OfPart(String name) implements AlertSubject {}

  /** By what it is looked up. */
  default String reference() {
    return switch (this) {
      case OfIncident(UUID id) -> id.toString();
      case OfPerson(UUID id) -> id.toString();
      case OfMessage(UUID id) -> id.toString();
      case OfPart(String name) -> name;
    };
  }
}
