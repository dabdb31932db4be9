package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.gateway.console.people.Sheet.Saved;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** A tab with the one row that a person has in a table, and what it would sound like. */
final class OnlyTab {
  private final Chart chart;
  private final Tab tab;
  private final Sheet kind;
  private final BiFunction<Acting, ObjectNode, List<Input>> inputs;
  private final Preview preview;

  /**
   * @param inputs how it is asked for, given the row
   */
  OnlyTab(
      Chart chart,
      Tab tab,
      Sheet kind,
      BiFunction<Acting, ObjectNode, List<Input>> inputs,
      Preview preview) {
    this.chart = chart;
    this.tab = tab;
    this.kind = kind;
    this.inputs = inputs;
    this.preview = preview;
  }

  void mount(Routes routes) {
    routes.get(tab.route(), visit -> chart.on(visit, tab, this::show));
    routes.post(tab.route(), Permission.CHANGE_USERS, this::save);
    routes.post(tab.route() + "/preview", Permission.SEE_USERS, this::preview);
  }

  private Answer show(Acting acting, Head person) {
    ObjectNode row = row(acting, person);
    return show(acting, person, sheet(acting, row).form().showing(row), row);
  }

  private Answer.Page show(Acting acting, Head person, Form form, ObjectNode row) {
    Sheet sheet = sheet(acting, row);
    return Chart.page(
        person,
        tab,
        "only",
        Map.of(
            "form",
            form,
            "inputs",
            sheet.inputs(),
            "preview",
            preview.of(acting, person.id(), sheet.resource(), row)));
  }

  private Answer save(Visit visit) {
    Form form = visit.form();
    try {
      return chart.on(visit, tab, (acting, person) -> saved(acting, person, form));
    } catch (Refused refused) {
      form.error("form", Chart.words(refused));
      return chart.on(
          visit,
          tab,
          (acting, person) -> show(acting, person, form, row(acting, person)).status(422));
    }
  }

  private Answer saved(Acting acting, Head person, Form form) {
    ObjectNode before = row(acting, person);
    return switch (sheet(acting, before).saveOnly(acting, person.id(), form)) {
      case Saved.Done _ -> Answer.redirect(tab.path(person.id())).saying("Saved.");
      case Saved.Faulty(Form typed) -> show(acting, person, typed, before).status(422);
      case Saved.Stale(Form typed) -> {
        typed.error("form", Sheet.STALE);
        yield show(acting, person, typed, before).status(409);
      }
      case Saved.Missing _ -> Answer.missing();
    };
  }

  private Answer preview(Visit visit) {
    Form form = visit.form();
    return chart.on(visit, tab, (acting, person) -> previewed(acting, person, form));
  }

  private Answer previewed(Acting acting, Head person, Form form) {
    ObjectNode row = row(acting, person);
    Sheet sheet = sheet(acting, row);
    ObjectNode body = sheet.form().body(form, false);
    sheet.form().note(form, sheet.shape().faultsOfChange(body, row));
    ObjectNode typed = row.deepCopy();
    Optional<ObjectNode> good =
        form.isValid() ? Optional.of(typed.setAll(sheet.shape().values(body))) : Optional.empty();
    return show(acting, person, form, good.orElse(row)).part("people/preview");
  }

  private Sheet sheet(Acting acting, ObjectNode row) {
    return kind.asking(inputs.apply(acting, row));
  }

  private ObjectNode row(Acting acting, Head person) {
    return kind.only(acting, person.id());
  }
}
