package ai.therapysync.crisis.notice;

import java.time.Instant;
import java.util.UUID;

/** Makes the addresses that notices carry. */
public interface PageLinks {
  /** A contact's page for an incident: absolute, unguessable, naming nobody. */
  String forContact(UUID incident, UUID contact);

  /** Where a contact says whether they may be called on; open for two weeks after the question. */
  String forCheck(UUID contact, Instant askedAt);

  /** Where operators see an incident, or a person when there is none. */
  String forOperators(UUID reference);

  /** Where operators begin to look, when it is about no incident and no person. */
  String console();
}
