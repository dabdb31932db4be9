package ai.therapysync.gateway.console.crises;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.resources.CrisisInterventions.Status;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.views.CrisisQueue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** All incidents: those that are open, the gravest first, and those that are over. */
public final class CrisesPage implements ConsolePage {
  static final String PATH = Section.CRISES.path();

  private final CrisisQueue queue;

  /** With what lists them. */
  public CrisesPage(CrisisQueue queue) {
    this.queue = queue;
  }

  /**
   * What the page shows.
   *
   * @param first the address of the newest that are over, where older ones are shown
   * @param next the address of older ones
   */
  public record Model(CrisisQueue.Queue queue, Form form, String here, String first, String next) {}

  @Override
  public Section section() {
    return Section.CRISES;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(PATH, this::show);
  }

  private Answer show(Visit visit) {
    Optional<Status> status =
        visit
            .query("status")
            .flatMap(word ->
                Arrays.stream(Status.values()).filter(one -> one.word().equals(word)).findFirst());
    Optional<Cursor> after = visit.query("after").flatMap(Cursor::parse);
    CrisisQueue.Queue found = queue.read(visit.caller(), visit.origin(), status, after);
    String chosen = status.map(Status::word).orElse("");
    String here = PATH + (chosen.isEmpty() ? "" : "?status=" + chosen);
    String more = here + (chosen.isEmpty() ? "?" : "&") + "after=";
    Model model =
        new Model(
            found,
            Form.showing(Map.of("status", chosen)),
            after.map(cursor -> more + cursor.written()).orElse(here),
            after.map(_ -> here).orElse(""),
            found.next().map(cursor -> more + cursor.written()).orElse(""));
    return Answer.page(Section.CRISES, "Crises", "crises/list", Map.of("model", model))
        .part("crises/queue");
  }
}
