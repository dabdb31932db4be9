package ai.therapysync.gateway.console.personalities;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.gateway.console.people.Sheet;
import ai.therapysync.gateway.console.people.Sheet.Saved;
import ai.therapysync.gateway.console.personalities.EditorView.Row;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.Changed;
import ai.therapysync.persistence.resources.Refused;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A voice in a form, heard while it is typed; added, copied, changed, retired and brought back. */
final class Editor {
  private static final String PATH = PersonalitiesPage.PATH;

  private final Callers callers;
  private final EditorView view;

  Editor(Callers callers, Rehearsal rehearsal) {
    this.callers = callers;
    this.view = new EditorView(rehearsal);
  }

  void mount(Routes routes) {
    routes.get(PATH + "/new", this::blank);
    routes.post(PATH, Permission.EDIT_PERSONALITIES, this::add);
    routes.post(PATH + "/preview", this::preview);
    routes.get(PATH + "/{id}", this::show);
    routes.post(PATH + "/{id}", Permission.EDIT_PERSONALITIES, this::save);
    routes.post(PATH + "/{id}/retire", Permission.EDIT_PERSONALITIES, visit -> offer(visit, false));
    routes.post(
        PATH + "/{id}/bring-back", Permission.EDIT_PERSONALITIES, visit -> offer(visit, true));
  }

  private Answer show(Visit visit) {
    return acting(
        visit,
        acting ->
            EditorView.row(acting, visit.id("id"))
                .<Answer>map(row -> view.page(row, row.form(Map.of())))
                .orElseGet(Answer::missing));
  }

  private Answer blank(Visit visit) {
    Optional<UUID> from = visit.query("from").flatMap(PersonalitiesPage::id);
    return acting(
        visit,
        acting -> {
          Form blank = PersonalitySheet.NEW.form().blank();
          return EditorView.row(acting, from)
              .map(row -> view.page(copy(row)))
              .orElseGet(() -> view.page(Carried.with(blank, Map.of())));
        });
  }

  private static Form copy(Row row) {
    String name = "Copy of " + row.name();
    return row.form(Map.of("name", List.of(name), EditorView.ACTIVE, List.of("true")));
  }

  private Answer add(Visit visit) {
    Form form = visit.form();
    return refusable(
        visit,
        form,
        acting ->
            switch (PersonalitySheet.NEW.add(acting, Optional.empty(), form)) {
              case Saved.Done(ObjectNode row) ->
                  Answer.redirect(PATH + "/" + row.path("id").asText())
                      .saying(
                          row.path(EditorView.ACTIVE).asBoolean(true)
                              ? "Added. People can choose it from now on."
                              : "Added as a draft. Nobody can choose it yet.");
              case Saved.Faulty(Form typed) -> view.page(typed).status(422);
              case Saved.Stale _, Saved.Missing _ -> Answer.missing();
            });
  }

  private Answer save(Visit visit) {
    Form form = visit.form();
    return refusable(
        visit,
        form,
        acting ->
            EditorView.row(acting, visit.id("id"))
                .map(row -> saved(acting, row, form))
                .orElseGet(Answer::missing));
  }

  private Answer saved(Acting acting, Row row, Form form) {
    return switch (PersonalitySheet.KEPT.save(acting, Optional.empty(), row.id(), form)) {
      case Saved.Done _ -> Answer.redirect(PATH + "/" + row.id()).saying(told(row));
      case Saved.Faulty(Form typed) -> view.page(row, typed).status(422);
      case Saved.Stale(Form typed) -> {
        Form stale = Carried.with(typed, Map.of(Audience.LANGUAGE, form.all(Audience.LANGUAGE)));
        typed.errors().forEach(stale::error);
        stale.error("form", Sheet.STALE);
        yield view.page(row, stale).status(409);
      }
      case Saved.Missing _ -> Answer.missing();
    };
  }

  private static String told(Row row) {
    if (!row.isActive() || row.people() == 0) {
      return "Saved.";
    }
    return "Saved. " + people(row.people()) + " answered so from the next message on.";
  }

  /** So many people, with their verb. */
  private static String people(long people) {
    return people == 1 ? "One person is" : people + " people are";
  }

  private Answer offer(Visit visit, boolean active) {
    try {
      return acting(
          visit,
          acting ->
              EditorView.row(acting, visit.id("id"))
                  .map(row -> offered(acting, row, active))
                  .orElseGet(Answer::missing));
    } catch (Refused refused) {
      return new Answer.Refused(Sheet.words(refused));
    }
  }

  private static Answer offered(Acting acting, Row row, boolean active) {
    ObjectNode values = JsonNodeFactory.instance.objectNode().put(EditorView.ACTIVE, active);
    Changed changed =
        PersonalitySheet.KEPT.rows().change(acting, Optional.empty(), row.id(), values, _ -> true);
    return switch (changed) {
      case Changed.Done _ ->
          Answer.redirect(PATH + "/" + row.id())
              .saying(
                  active
                      ? "It is back. People can choose it again."
                      : row.people() == 0
                          ? "Retired."
                          : "Retired. "
                              + people(row.people())
                              + " answered by the usual voice from now on.");
      case Changed.Unseen _, Changed.Stale _ -> Answer.missing();
    };
  }

  private Answer preview(Visit visit) {
    Form form = visit.form();
    if (visit.isPartial()) {
      return view.part(form);
    }
    PersonalitySheet.isGood(form);
    return editing(visit, form);
  }

  /** The editor with what was typed, and what is wrong with it. */
  Answer editing(Visit visit, Form form) {
    Optional<UUID> id = PersonalitiesPage.id(form.value(Carried.ID));
    int status = form.isValid() ? 200 : 422;
    return acting(
        visit,
        acting ->
            EditorView.row(acting, id)
                .map(row -> view.page(row, form))
                .orElseGet(() -> view.page(form))
                .status(status));
  }

  private Answer refusable(Visit visit, Form form, Function<Acting, Answer> work) {
    try {
      return acting(visit, work);
    } catch (Refused refused) {
      form.error("form", Sheet.words(refused));
      return editing(visit, form);
    }
  }

  private Answer acting(Visit visit, Function<Acting, Answer> work) {
    return callers.acting(visit.caller(), visit.origin(), work);
  }
}
