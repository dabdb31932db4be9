package ai.therapysync.gateway.console.channels;

import ai.therapysync.persistence.crisis.WatchBook.Sighting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What this node knows of the ways in and out. */
public interface ChannelHealth {
  /** Each with what the configuration says of it. */
  List<Setup> setups();

  /** What the watch sees now. */
  Sighting sighting();

  /** The last attempt of this node that a provider neither took nor refused. */
  Optional<Trouble> trouble(Setup.Kind kind);

  /** What operators have switched off, by its word, and since when. */
  Map<String, Instant> switchedOff();

  /** What health says of the operators' webhook; empty where it does well. */
  Optional<String> webhookFailing();

  /** Why, without private words. */
  record Trouble(Instant at, String why) {}
}
