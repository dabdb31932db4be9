package ai.therapysync.gateway.console.live;

import ai.therapysync.gateway.console.live.LiveEvent.Kind;
import ai.therapysync.persistence.views.LiveView.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells from two sights what happened between them. */
final class Changes {
  private Changes() {}

  static List<LiveEvent> between(Sight before, Sight after) {
    List<LiveEvent> events = new ArrayList<>();
    after
        .incidents()
        .forEach((id, state) -> {
          if (!state.equals(before.incidents().get(id))) {
            events.add(new LiveEvent(Kind.INCIDENT, id, !before.incidents().containsKey(id)));
          }
        });
    gone(before.incidents().keySet(), after.incidents().keySet(), Kind.INCIDENT, events);
    come(before.humans(), after.humans(), Kind.HUMAN, events);
    gone(before.humans(), after.humans(), Kind.HUMAN, events);
    come(before.channels(), after.channels(), Kind.CHANNEL, events);
    gone(before.channels(), after.channels(), Kind.CHANNEL, events);
    after
        .messages()
        .forEach((id, person) -> {
          if (!before.messages().containsKey(id)) {
            events.add(new LiveEvent(Kind.MESSAGE, person, false));
          }
        });
    return events.stream().distinct().toList();
  }

  private static void come(
      Set<String> before, Set<String> after, Kind kind, List<LiveEvent> events) {
    after.stream()
        .filter(one -> !before.contains(one))
        .forEach(one -> events.add(new LiveEvent(kind, one, true)));
  }

  private static void gone(
      Set<String> before, Set<String> after, Kind kind, List<LiveEvent> events) {
    before.stream()
        .filter(one -> !after.contains(one))
        .forEach(one -> events.add(new LiveEvent(kind, one, false)));
  }
}
