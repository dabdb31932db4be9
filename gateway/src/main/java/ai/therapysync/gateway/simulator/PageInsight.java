package ai.therapysync.gateway.simulator;

import java.util.List;

/** What the gateway sees, in the shape of the page's JSON: times are text. */
record PageInsight(
    List<Incident> incidents, List<Conversation> conversations, List<Decision> decisions) {
  record Incident(
      String id,
      String person,
      String status,
      String level,
      String openedAt,
      List<Event> events,
      List<Insight.RungView> rungs) {}

  record Event(String at, String what, String detail) {}

  record Conversation(String person, String channel, String lastText, String at, String nextTurn) {}

  record Decision(String at, String person, String gate, String outcome, String why) {}

  static PageInsight of(Insight insight) {
    return new PageInsight(
        insight.incidents().stream().map(PageInsight::incident).toList(),
        insight.conversations().stream()
            .map(view ->
                new Conversation(
                    view.person(),
                    view.channel(),
                    view.lastText(),
                    view.at().toString(),
                    view.nextTurn()))
            .toList(),
        insight.decisions().stream()
            .map(view ->
                new Decision(
                    view.at().toString(), view.person(), view.gate(), view.outcome(), view.why()))
            .toList());
  }

  private static Incident incident(Insight.IncidentView view) {
    return new Incident(
        view.id().toString(),
        view.person(),
        view.status(),
        view.level(),
        view.openedAt().toString(),
        view.events().stream()
            .map(event -> new Event(event.at().toString(), event.what(), event.detail()))
            .toList(),
        view.rungs());
  }
}
