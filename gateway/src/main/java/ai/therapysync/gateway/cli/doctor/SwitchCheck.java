package ai.therapysync.gateway.cli.doctor;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.persistence.conversation.ChannelSwitches;
import ai.therapysync.persistence.database.Database;
import ai.therapysync.persistence.views.Switches;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Whether anything is switched off by hand. */
public final class SwitchCheck implements Check {
  private static final String WHAT = "switches";

  private final Database database;
  private final Routes routes;

  /** On the database, with the ways that there are. */
  public SwitchCheck(Database database, Routes routes) {
    this.database = database;
    this.routes = routes;
  }

  @Override
  public Finding look() {
    Map<String, Instant> off = Switches.off(database);
    if (off.isEmpty()) {
      return Finding.fine(WHAT, "no channel or provider is switched off");
    }
    List<String> lines =
        off.entrySet().stream()
            .map(one ->
                one.getKey()
                    + " is off since "
                    + one.getValue()
                    + ": ./run channel on "
                    + one.getKey())
            .toList();
    return ChannelSwitches.isEverything(off.keySet(), routes)
        ? Finding.wrong(
            WHAT, "ALL CHANNELS ARE OFF: nobody in care is answered, not even in danger", lines)
        : Finding.wrong(WHAT, "switched off by hand: " + String.join(", ", off.keySet()), lines);
  }
}
