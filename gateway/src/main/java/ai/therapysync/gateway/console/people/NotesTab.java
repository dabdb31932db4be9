package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.notes.NotesPart;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.Cursor;
import java.util.Map;
import java.util.Optional;

/** What operators have noted about a person for each other. */
final class NotesTab {
  private static final int A_PAGE = 25;

  private final Chart chart;
  private final NotesPart part;

  NotesTab(Chart chart, NotesPart part) {
    this.chart = chart;
    this.part = part;
  }

  void mount(Routes routes) {
    routes.get(
        Tab.NOTES.route(),
        visit ->
            chart.on(
                visit, Tab.NOTES, (acting, person) -> show(visit, acting, person, Form.empty())));
    routes.post(Tab.NOTES.route(), Permission.READ_CONVERSATIONS, this::write);
    routes.post(
        Tab.NOTES.route() + "/{note}/withdraw", Permission.READ_CONVERSATIONS, this::withdraw);
  }

  private Answer write(Visit visit) {
    Form form = visit.form();
    return chart.on(
        visit,
        Tab.NOTES,
        (acting, person) ->
            part.write(
                acting,
                person.id(),
                form,
                wrong -> show(visit, acting, person, wrong).status(422)));
  }

  private Answer withdraw(Visit visit) {
    Form form = visit.form();
    return chart.on(
        visit,
        Tab.NOTES,
        (acting, person) -> part.withdraw(acting, person.id(), visit.id("note"), form));
  }

  private Answer.Page show(Visit visit, Acting acting, Head person, Form form) {
    String path = Tab.NOTES.path(person.id());
    Optional<Cursor> after = visit.query("after").flatMap(Cursor::parse);
    NotesPart.Shown shown = part.all(acting, person.id(), A_PAGE, after, form);
    return Chart.page(
        person,
        Tab.NOTES,
        "notes",
        Map.of(
            "notes",
            shown,
            "next",
            shown.older().isEmpty() ? "" : path + "?after=" + shown.older(),
            "first",
            after.isPresent() ? path : ""));
  }
}
