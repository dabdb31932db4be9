package ai.therapysync.gateway.simulator.demo;

import java.util.UUID;

/** The voices that the demo's people have chosen, of those that come with the database. */
final class DemoVoices {
  /** Structured, practical. */
  static final UUID CLARA = UUID.fromString("7e5a0000-0000-4000-8000-000000000001");

  /** Quiet, attentive. */
  static final UUID AMARA = UUID.fromString("7e5a0000-0000-4000-8000-000000000002");

  /** For families and for faith. */
  static final UUID MATEO = UUID.fromString("7e5a0000-0000-4000-8000-000000000003");

  private DemoVoices() {}
}
