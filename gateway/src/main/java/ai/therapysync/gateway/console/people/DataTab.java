package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.erasure.Erasure;
import ai.therapysync.persistence.erasure.ErasureBlocked;
import ai.therapysync.persistence.export.Export;
import java.util.Map;
import java.util.Optional;

/** All that is kept of a person, as a file; and the end of it. */
final class DataTab {
  private final Chart chart;
  private final Tools tools;

  DataTab(Chart chart, Tools tools) {
    this.chart = chart;
    this.tools = tools;
  }

  void mount(Routes routes) {
    routes.get(
        Tab.DATA.route(),
        visit -> chart.on(visit, Tab.DATA, (_, person) -> show(person, Form.empty())));
    routes.post(
        Tab.DATA.route() + "/export",
        Permission.READ_CONVERSATIONS,
        visit -> chart.on(visit, Tab.DATA, this::export));
    routes.post(Tab.DATA.route() + "/erase", Permission.CHANGE_USERS, this::erase);
  }

  private static Answer.Page show(Head person, Form form) {
    return Chart.page(person, Tab.DATA, "data", Map.of("form", form));
  }

  private Answer export(Acting acting, Head person) {
    return switch (tools.export().ask(acting, person.id())) {
      case Export.Asked.Granted granted ->
          new Answer.Binary(
              "application/zip", "therapysync-export.zip", granted.archive()::writeTo);
      case Export.Asked.NotSeen _ -> Answer.missing();
      case Export.Asked.NotAllowed _ ->
          new Answer.Refused("Your role does not show you all that an archive holds.");
    };
  }

  private Answer erase(Visit visit) {
    Form form = visit.form();
    try {
      return chart.on(visit, Tab.DATA, (acting, person) -> erase(acting, person, form));
    } catch (ErasureBlocked blocked) {
      form.error("form", Optional.ofNullable(blocked.getMessage()).orElse("Something needs them."));
      return chart.on(visit, Tab.DATA, (_, person) -> show(person, form).status(409));
    }
  }

  private Answer erase(Acting acting, Head person, Form form) {
    if (!form.value("confirm").strip().equalsIgnoreCase(person.email())) {
      form.error("confirm", "Type their mail address as it stands above");
      return show(person, form).status(422);
    }
    return switch (tools.erasure().ask(acting, person.id())) {
      case Erasure.Asked.Erased _ -> Answer.redirect(PeoplePage.PATH).saying("They are erased.");
      case Erasure.Asked.WaitsForIncident _ ->
          Answer.redirect(Tab.DATA.path(person.id()))
              .saying("An incident is open: they are erased when it ends.");
      case Erasure.Asked.NotSeen _ -> Answer.missing();
      case Erasure.Asked.NotAllowed _ ->
          new Answer.Refused("Your role lets you see this person, not erase them.");
      case Erasure.Asked.WorksHere _ -> {
        form.error("confirm", "They are an operator: take their roles away first, under Operators");
        yield show(person, form).status(409);
      }
    };
  }
}
