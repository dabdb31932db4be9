package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.resources.Refused;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import ai.therapysync.persistence.resources.Sight;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Opens the pages of one person, for whoever may see them. */
final class Chart {
  private final Callers callers;

  Chart(Callers callers) {
    this.callers = callers;
  }

  /** What is done on a tab, in one transaction with the visitor's rights. */
  @FunctionalInterface
  interface Work {
    Answer answer(Acting acting, Head person);
  }

  /** Works on the person whose {@code id} is in the address; else the page is missing. */
  Answer on(Visit visit, Tab tab, Work work) {
    Optional<UUID> id = visit.id("id");
    if (id.isEmpty() || !tab.isOpenTo(visit.caller())) {
      return Answer.missing();
    }
    return callers.acting(
        visit.caller(),
        visit.origin(),
        acting -> {
          Optional<Head> head =
              Sight.of(acting, tab.resource(), id.get())
                  ? head(acting, id.get())
                  : Optional.empty();
          return head.map(person -> work.answer(acting, person)).orElseGet(Answer::missing);
        });
  }

  /** A page of a tab. */
  static Answer.Page page(Head person, Tab tab, String template, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("person", person);
    all.put("tab", tab);
    return Answer.page(Section.PEOPLE, person.title(), "people/" + template, all);
  }

  /** Why the database did not let it happen, and what to do. */
  static String words(Refused refused) {
    return Sheet.words(refused);
  }

  private static Optional<Head> head(Acting acting, UUID id) {
    return ResourceRows.of(Resource.PROFILES)
        .find(acting, Optional.empty(), id)
        .map(row -> head(id, row));
  }

  private static Head head(UUID id, ObjectNode row) {
    return new Head(
        id,
        row.path("name").asText(),
        row.path("email").asText(),
        row.path("preferred_language").asText("en"));
  }
}
