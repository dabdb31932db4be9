package ai.therapysync.gateway.simulator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the gateway itself sees, for the page beside the phones. Empty text means nothing to say.
 */
public interface Insight {
  /** Incidents, newest first. */
  List<IncidentView> incidents();

  /** Conversations, latest first. */
  List<ConversationView> conversations();

  /** Decisions of the gates, newest first. */
  List<DecisionView> decisions();

  /**
   * An incident with all that happened to it.
   *
   * @param status the word of {@code crisis_interventions.status}
   * @param level {@code high} or {@code imminent}
   */
  record IncidentView(
      UUID id,
      String person,
      String status,
      String level,
      Instant openedAt,
      List<EventView> events,
      List<RungView> rungs) {
    public IncidentView {
      events = List.copyOf(events);
      rungs = List.copyOf(rungs);
    }
  }

  /** Something that happened to an incident, in words for an operator. */
  record EventView(Instant at, String what, String detail) {}

  /**
   * One contact of the ladder.
   *
   * @param ways how they are reached: {@code SMS}, {@code e-mail}
   * @param status in a word or two: waiting, paged, acknowledged, failed, …
   */
  record RungView(int round, int position, String contact, String ways, String status) {}

  /** A conversation; {@code nextTurn} says when the next answer is due, and why not before. */
  record ConversationView(
      String person, String channel, String lastText, Instant at, String nextTurn) {}

  /** What a gate decided, and why. */
  record DecisionView(Instant at, String person, String gate, String outcome, String why) {}

  /** Nothing is seen: for a network without a gateway's database. */
  static Insight none() {
    return new Insight() {
      @Override
      public List<IncidentView> incidents() {
        return List.of();
      }

      @Override
      public List<ConversationView> conversations() {
        return List.of();
      }

      @Override
      public List<DecisionView> decisions() {
        return List.of();
      }
    };
  }
}
