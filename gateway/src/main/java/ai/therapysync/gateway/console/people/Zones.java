package ai.therapysync.gateway.console.people;

import java.time.ZoneId;
import java.util.List;

/** Time zones to choose from: those that are named after a place, and UTC. */
public final class Zones {
  /** In the order of their names. */
  public static final List<String> ALL =
      ZoneId.getAvailableZoneIds().stream()
          .filter(zone ->
              zone.equals("UTC")
                  || zone.matches(
                      "(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
          .sorted()
          .toList();

  private Zones() {}
}
