package ai.therapysync.persistence.views;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An incident as an operator works on it. Private: never printed.
 *
 * @param outcome what became of it; empty while it is open
 */
public record CrisisCase(
    UUID id,
    String status,
    Optional<Instant> opened,
    Optional<Instant> ended,
    String outcome,
    Who who,
    Standing standing,
    Ladder ladder) {

  /**
   * Who is in danger.
   *
   * @param name empty where the caller may not see it
   * @param language as they are answered
   */
  public record Who(UUID id, String name, String language, ZoneId zone) {
    @Override
    public String toString() {
      return "Who[" + id + "]";
    }
  }

  /**
   * Where the ladder stands.
   *
   * @param level empty where somebody else wrote the row
   * @param state {@code climbing}, {@code held}, {@code unanswered}, {@code resolved}, or empty
   * @param reached what the responder was asked, and said
   * @param deadline when the next step is due
   * @param holder who has it; empty when nobody does
   * @param mine whether the caller has it
   * @param closeDanger someone close may be the danger
   */
  public record Standing(
      String level,
      List<String> categories,
      String state,
      int round,
      String reached,
      Optional<Instant> deadline,
      String holder,
      boolean mine,
      boolean closeDanger) {
    public Standing {
      categories = List.copyOf(categories);
    }
  }

  /** Who was asked, what happened, and who in the family heard of it. */
  public record Ladder(List<Rung> rungs, List<Event> events, List<Alert> alerts) {
    public Ladder {
      rungs = List.copyOf(rungs);
      events = List.copyOf(events);
      alerts = List.copyOf(alerts);
    }
  }

  /**
   * A contact who was asked.
   *
   * @param answer in words; empty while there is none
   */
  public record Rung(
      int round, int position, String contact, Instant pagedAt, List<Way> ways, String answer) {
    public Rung {
      ways = List.copyOf(ways);
    }
  }

  /**
   * A page on one way.
   *
   * @param state in words: waiting, accepted, delivered, failed, …
   */
  public record Way(
      String name, String state, Optional<Instant> sentAt, Optional<Instant> receipt) {}

  /** Something that happened, in words. */
  public record Event(Instant at, String words, String detail) {}

  /** A household that was alerted. */
  public record Alert(String household, String severity, Instant at, Optional<Instant> seen) {}

  /** Whether it is over. */
  public boolean isOver() {
    return status.equals("resolved") || ended.isPresent();
  }

  /**
   * A word that changes when somebody else has taken it or ended it, which is what an operator must
   * know before acting; that the ladder moves on by itself changes nothing of it.
   */
  public String version() {
    return isOver()
        ? "over"
        : standing.state().equals("held") ? "held by " + standing.holder() : "open";
  }

  @Override
  public String toString() {
    return "CrisisCase[" + id + "]";
  }
}
