package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage.Routes;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.gateway.console.people.Sheet.Saved;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.Changed;
import ai.therapysync.persistence.resources.Refused;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A tab with rows of a kind: a list, and each of them to be added, changed and taken away. */
final class RowsTab {
  private final Chart chart;
  private final Kind kind;

  RowsTab(Chart chart, Kind kind) {
    this.chart = chart;
    this.kind = kind;
  }

  /**
   * What the rows are.
   *
   * @param one what a row is called
   * @param remove what taking it away is called
   * @param lister shows the list
   * @param added answers once a row was added; empty: the list does
   */
  record Kind(
      Tab tab, Sheet sheet, String one, String remove, Lister lister, Optional<Added> added) {}

  /** Shows the list. */
  @FunctionalInterface
  interface Lister {
    Answer list(Visit visit, Acting acting, Head person);
  }

  /** Answers once a row was added. */
  @FunctionalInterface
  interface Added {
    Answer answer(Visit visit, Acting acting, Head person, ObjectNode row);
  }

  void mount(Routes routes) {
    String list = kind.tab().route();
    String row = list + "/{row}";
    routes.get(list, visit -> on(visit, (acting, head) -> kind.lister().list(visit, acting, head)));
    routes.get(
        list + "/new",
        visit -> on(visit, (_, person) -> edit(person, kind.sheet().form().blank(), "")));
    routes.post(
        list,
        Permission.CHANGE_USERS,
        visit -> trying(visit, "", (form, work) -> add(visit, work.acting(), work.head(), form)));
    routes.get(row, visit -> on(visit, (acting, person) -> show(visit, acting, person, "")));
    routes.post(
        row,
        Permission.CHANGE_USERS,
        visit -> trying(visit, visit.path("row"), (form, work) -> save(visit, work, form)));
    routes.post(row + "/remove", Permission.CHANGE_USERS, this::removing);
  }

  private record Work(Acting acting, Head head) {}

  private Answer on(Visit visit, Chart.Work work) {
    return chart.on(visit, kind.tab(), work);
  }

  /** What the database refuses is told above the form, with all that was typed. */
  private Answer trying(Visit visit, String row, BiFunction<Form, Work, Answer> work) {
    Form form = visit.form();
    try {
      return on(visit, (acting, person) -> work.apply(form, new Work(acting, person)));
    } catch (Refused refused) {
      form.error("form", Chart.words(refused));
      return on(visit, (_, person) -> edit(person, form, row).status(422));
    }
  }

  /** With what kept it from being taken away, or nothing. */
  private Answer show(Visit visit, Acting acting, Head person, String refusal) {
    Optional<ObjectNode> found =
        visit
            .id("row")
            .flatMap(row -> kind.sheet().rows().find(acting, Optional.of(person.id()), row));
    if (found.isEmpty()) {
      return Answer.missing();
    }
    Form form = kind.sheet().form().showing(found.get());
    if (!refusal.isEmpty()) {
      form.error("form", refusal);
    }
    return edit(person, form, visit.path("row")).status(refusal.isEmpty() ? 200 : 422);
  }

  private Answer.Page edit(Head person, Form form, String row) {
    return Chart.page(
        person,
        kind.tab(),
        "row",
        Map.of(
            "form",
            form,
            "inputs",
            kind.sheet().inputs(),
            "row",
            row,
            "one",
            kind.one(),
            "remove",
            kind.remove()));
  }

  private Answer add(Visit visit, Acting acting, Head person, Form form) {
    return answer(
        person,
        "",
        kind.sheet().add(acting, person.id(), form),
        row ->
            kind.added()
                .map(added -> added.answer(visit, acting, person, row))
                .orElseGet(() -> back(person, "Added.")));
  }

  private Answer save(Visit visit, Work work, Form form) {
    Head person = work.head();
    return visit
        .id("row")
        .map(row ->
            answer(
                person,
                row.toString(),
                kind.sheet().save(work.acting(), person.id(), row, form),
                _ -> back(person, "Saved.")))
        .orElseGet(Answer::missing);
  }

  private Answer removing(Visit visit) {
    try {
      return on(visit, (acting, person) -> remove(visit, acting, person));
    } catch (Refused refused) {
      return on(visit, (acting, person) -> show(visit, acting, person, Chart.words(refused)));
    }
  }

  private Answer remove(Visit visit, Acting acting, Head person) {
    Optional<UUID> row = visit.id("row");
    if (row.isEmpty()) {
      return Answer.missing();
    }
    Changed changed =
        kind.sheet().rows().remove(acting, Optional.of(person.id()), row.get(), _ -> true);
    return switch (changed) {
      case Changed.Done _ -> back(person, "Gone.");
      case Changed.Unseen _, Changed.Stale _ -> Answer.missing();
    };
  }

  private Answer answer(Head person, String row, Saved saved, Function<ObjectNode, Answer> done) {
    return switch (saved) {
      case Saved.Done(ObjectNode now) -> done.apply(now);
      case Saved.Faulty(Form typed) -> edit(person, typed, row).status(422);
      case Saved.Stale(Form typed) -> {
        typed.error("form", Sheet.STALE);
        yield edit(person, typed, row).status(409);
      }
      case Saved.Missing _ -> Answer.missing();
    };
  }

  private Answer back(Head person, String words) {
    return Answer.redirect(kind.tab().path(person.id())).saying(words);
  }
}
