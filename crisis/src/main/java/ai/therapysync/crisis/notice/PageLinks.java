package ai.therapysync.crisis.notice;

import java.time.Instant;
import java.util.UUID;

/** Makes the addresses that notices carry. */
public interface PageLinks {
  /** A contact's page for an incident: absolute, unguessable, naming nobody. */
  String forContact(UUID incident, UUID contact);

  /** Where a contact says whether they may be called on; open for two weeks after the question. */
  String forCheck(UUID contact, Instant askedAt);

  /** Where operators see what an alert is about, or begin to look. */
  String forOperators(AlertSubject subject);
}
