package ai.therapysync.gateway.simulator.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids of demo rows: the same at every start, so that loading them twice changes nothing. */
final class DemoIds {
  private DemoIds() {}

  static UUID of(String what) {
    return UUID.nameUUIDFromBytes(("therapysync demo " + what).getBytes(StandardCharsets.UTF_8));
  }
}
