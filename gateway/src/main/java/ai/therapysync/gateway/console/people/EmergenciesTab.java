package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.escalation.PolicyDesk;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import java.util.Map;
import java.util.Optional;

/** The ladder's rules for one person, and what it would do for them now, with their contacts. */
final class EmergenciesTab {
  private final Chart chart;
  private final PolicyDesk desk;

  EmergenciesTab(Chart chart, PolicyDesk desk) {
    this.chart = chart;
    this.desk = desk;
  }

  void mount(Routes routes) {
    routes.get(
        Tab.EMERGENCIES.route(),
        visit ->
            chart.on(
                visit,
                Tab.EMERGENCIES,
                (acting, person) ->
                    show(acting, person, desk.stored(acting, Optional.of(person.id())))));
    routes.post(Tab.EMERGENCIES.route(), Permission.CHANGE_USERS, this::save);
    routes.post(Tab.EMERGENCIES.route() + "/plan", Permission.CHANGE_USERS, this::plan);
  }

  private Answer.Page show(Acting acting, Head person, Form form) {
    return Chart.page(
            person,
            Tab.EMERGENCIES,
            "emergencies",
            Map.of("sheet", desk.sheet(acting, Optional.of(person.id()), form)))
        .part("escalation/plan");
  }

  private Answer save(Visit visit) {
    Form form = visit.form();
    return chart.on(
        visit,
        Tab.EMERGENCIES,
        (acting, person) ->
            switch (desk.save(acting, Optional.of(person.id()), form)) {
              case PolicyDesk.Saved.Done _ ->
                  Answer.redirect(Tab.EMERGENCIES.path(person.id())).saying("Saved.");
              case PolicyDesk.Saved.Again(Form again, int status) ->
                  show(acting, person, again).status(status);
            });
  }

  private Answer plan(Visit visit) {
    Form form = visit.form();
    return chart.on(
        visit,
        Tab.EMERGENCIES,
        (acting, person) -> {
          Answer.Page page = show(acting, person, form);
          return form.isValid() || visit.isPartial() ? page : page.status(422);
        });
  }
}
