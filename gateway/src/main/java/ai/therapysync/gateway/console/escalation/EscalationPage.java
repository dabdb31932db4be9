package ai.therapysync.gateway.console.escalation;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.Cursor;
import ai.therapysync.persistence.views.PolicySheets;
import ai.therapysync.persistence.views.PolicySheets.Deviation;
import ai.therapysync.persistence.views.PolicySheets.Deviations;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The ladder's rules for all, what it does with them, and for whom some are others. */
public final class EscalationPage implements ConsolePage {
  static final String PATH = "/console/escalation";
  private static final int A_PAGE = 25;

  private final Callers callers;
  private final PolicyDesk desk;

  /** With what reads and saves rules. */
  public EscalationPage(Callers callers, PolicyDesk desk) {
    this.callers = callers;
    this.desk = desk;
  }

  /** Somebody for whom rules are others. Private: never printed. */
  public record Other(Deviation who, String rules) {
    static Other of(Deviation who) {
      return new Other(
          who,
          who.said().entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .map(rule ->
                  RuleWords.label(rule.getKey())
                      + ": "
                      + RuleWords.shown(rule.getKey(), rule.getValue()))
              .collect(Collectors.joining(" · ")));
    }

    @Override
    public String toString() {
      return "Other[" + who + "]";
    }
  }

  /** What the page shows. */
  public record Model(PolicyDesk.Sheet sheet, List<Other> others, String next, String first) {
    public Model {
      others = List.copyOf(others);
    }
  }

  @Override
  public Section section() {
    return Section.ESCALATION;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(
        PATH,
        visit ->
            acting(visit, acting -> show(visit, acting, desk.stored(acting, Optional.empty()))));
    routes.post(PATH, Permission.RUN_THE_HOUSE, this::save);
    routes.post(PATH + "/plan", Permission.RUN_THE_HOUSE, this::plan);
  }

  private Answer acting(Visit visit, Function<Acting, Answer> work) {
    return callers.acting(visit.caller(), visit.origin(), work);
  }

  private Answer save(Visit visit) {
    Form form = visit.form();
    return acting(
        visit,
        acting ->
            switch (desk.save(acting, Optional.empty(), form)) {
              case PolicyDesk.Saved.Done _ ->
                  Answer.redirect(PATH)
                      .saying("Saved. It holds at once, for emergencies that are open too.");
              case PolicyDesk.Saved.Again(Form again, int status) ->
                  show(visit, acting, again).status(status);
            });
  }

  /** A part is put in its place whatever is typed; a whole page says that something is wrong. */
  private Answer plan(Visit visit) {
    Form form = visit.form();
    return acting(
        visit,
        acting -> {
          Answer.Page page = show(visit, acting, form);
          return form.isValid() || visit.isPartial() ? page : page.status(422);
        });
  }

  private Answer.Page show(Visit visit, Acting acting, Form form) {
    Optional<Cursor> after = visit.query("after").flatMap(Cursor::parse);
    Deviations found = PolicySheets.deviations(acting, A_PAGE, after);
    PolicyDesk.Sheet sheet = desk.sheet(acting, Optional.empty(), form);
    Model model =
        new Model(
            sheet,
            found.rows().stream().map(Other::of).toList(),
            found.next().map(next -> PATH + "?after=" + next.written() + "#others").orElse(""),
            after.isPresent() ? PATH + "#others" : "");
    return Answer.page(
            section(), "Escalation", "escalation/page", Map.of("model", model, "sheet", sheet))
        .part("escalation/plan");
  }
}
