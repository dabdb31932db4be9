package ai.therapysync.persistence.conversation;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.delivery.Routes.Route;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.persistence.database.Rows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Channels and providers that operators have switched off for the whole gateway. Each message asks
 * when it is about to be handed over, so that a switch holds at once and on every node.
 */
public final class ChannelSwitches {
  private ChannelSwitches() {}

  /** What can be switched: channels, then providers, by their words. */
  public static List<String> parts() {
    return Stream.concat(
            Arrays.stream(ChannelName.values()).map(ChannelName::word),
            Arrays.stream(Provider.values()).map(Provider::word))
        .toList();
  }

  /** What is off, and since when, in the order of the words. */
  public static Map<String, Instant> off(Handle handle) {
    Map<String, Instant> off = new TreeMap<>();
    handle
        .createQuery("SELECT part, off_since FROM gateway.channel_switches")
        .map((row, _) ->
            off.put(
                row.getString("part"),
                row.getObject("off_since", OffsetDateTime.class).toInstant()))
        .list();
    return off;
  }

  /** Whether all ways to people in care are off, of those that there are by SMS or WhatsApp. */
  public static boolean isEverything(Set<String> off, Routes routes) {
    List<Route> ways =
        routes.all().stream().filter(route -> route.channel() != ChannelName.EMAIL).toList();
    return !ways.isEmpty()
        && ways.stream()
            .allMatch(route ->
                off.contains(route.channel().word()) || off.contains(route.provider().word()));
  }

  /** Since when nothing goes out this way. */
  static Optional<Instant> offSince(Handle handle, ChannelName channel, Provider provider) {
    return off(handle).entrySet().stream()
        .filter(one -> one.getKey().equals(channel.word()) || one.getKey().equals(provider.word()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Switches; false when it was so already. */
  public static boolean turn(Handle handle, String part, boolean on, Instant now) {
    if (!parts().contains(part)) {
      throw new IllegalArgumentException("There is no such part");
    }
    if (on) {
      return handle
              .createUpdate("DELETE FROM gateway.channel_switches WHERE part = :part")
              .bind("part", part)
              .execute()
          == 1;
    }
    return handle
            .createUpdate(
                "INSERT INTO gateway.channel_switches (part, off_since) VALUES (:part, :now)"
                    + " ON CONFLICT DO NOTHING")
            .bind("part", part)
            .bind("now", Rows.at(now))
            .execute()
        == 1;
  }
}
