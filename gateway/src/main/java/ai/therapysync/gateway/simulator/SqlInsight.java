package ai.therapysync.gateway.simulator;

import ai.therapysync.persistence.views.SimulatorViews;
import java.util.List;

/** What the gateway's own database tells. */
public final class SqlInsight implements Insight {
  private final SimulatorViews views;

  /** By way of these views. */
  public SqlInsight(SimulatorViews views) {
    this.views = views;
  }

  @Override
  public List<IncidentView> incidents() {
    return views.incidents().stream().map(SqlInsight::incident).toList();
  }

  @Override
  public List<ConversationView> conversations() {
    return views.conversations().stream()
        .map(row ->
            new ConversationView(
                row.person(), row.channel(), row.lastText(), row.at(), row.nextTurn()))
        .toList();
  }

  @Override
  public List<DecisionView> decisions() {
    return views.decisions().stream()
        .map(row -> new DecisionView(row.at(), row.person(), row.gate(), row.outcome(), row.why()))
        .toList();
  }

  private static IncidentView incident(SimulatorViews.IncidentRow row) {
    return new IncidentView(
        row.id(),
        row.person(),
        row.status(),
        row.level(),
        row.openedAt(),
        row.events().stream()
            .map(event -> new EventView(event.at(), event.what(), event.detail()))
            .toList(),
        row.rungs().stream()
            .map(rung ->
                new RungView(
                    rung.round(), rung.position(), rung.contact(), rung.ways(), rung.status()))
            .toList());
  }
}
