package ai.therapysync.conversation.opinion;

import ai.therapysync.conversation.intake.Intake;
import ai.therapysync.crisis.risk.Assessment;
import java.util.Optional;
import java.util.UUID;

/** Has a received message looked at once more, and does what the second opinion asks for. */
public final class SecondLook {
  private final Reconsideration book;
  private final SecondOpinion opinion;
  private final Intake intake;

  /** With where messages stand, who is asked, and the rules that decide. */
  public SecondLook(Reconsideration book, SecondOpinion opinion, Intake intake) {
    this.book = book;
    this.opinion = opinion;
    this.intake = intake;
  }

  /**
   * Takes a second look; holds no transaction while it waits for the opinion.
   *
   * @param task what is used up by it
   */
  public void take(String task, UUID inbound) {
    Optional<Assessment> seen =
        book.look(inbound).flatMap(earlier -> opinion.of(earlier.message(), earlier.before()));
    book.decide(task, inbound, (message, known, at) -> intake.reconsider(message, seen, known, at));
  }
}
