package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.api.Etag;
import ai.therapysync.gateway.api.field.Fault;
import ai.therapysync.gateway.api.field.Shape;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.resources.Changed;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of a kind that are read and written in a form, within the limits of the API. */
record Sheet(Resource resource, Shape shape, Rule rule, List<Input> inputs) {
  Sheet {
    inputs = List.copyOf(inputs);
  }

  /** What became of a form. */
  sealed interface Saved {
    /** It is written. */
    record Done(ObjectNode row) implements Saved {}

    /** Something is wrong with what was typed; each is noted beside its field. */
    record Faulty(Form form) implements Saved {}

    /** Somebody else wrote in the meantime; each difference is noted beside its field. */
    record Stale(Form form) implements Saved {}

    /** There is no such row. */
    record Missing() implements Saved {}
  }

  /** The same with other inputs. */
  Sheet asking(List<Input> others) {
    return new Sheet(resource, shape, rule, others);
  }

  RowForm form() {
    return new RowForm(shape, inputs);
  }

  ResourceRows rows() {
    return ResourceRows.of(resource);
  }

  /** The one row that a person has, or what its columns' defaults say. */
  ObjectNode only(Acting acting, UUID person) {
    return rows()
        .findOnly(acting, person)
        .orElseGet(() -> shape.unwritten(resource.columns()).put("user_id", person.toString()));
  }

  Saved saveOnly(Acting acting, UUID person, Form typed) {
    acting.lock(person);
    ObjectNode before = only(acting, person);
    ObjectNode body = form().body(typed, false);
    if (!Etag.of(before).equals(typed.value(RowForm.VERSION))) {
      return new Saved.Stale(form().differing(typed, before));
    }
    Optional<Saved> faulty =
        faulty(acting, person, typed, shape.faultsOfChange(body, before), shape.values(body));
    if (faulty.isPresent()) {
      return faulty.get();
    }
    if (before.path("id").isNull()) {
      return new Saved.Done(rows().add(acting, Optional.of(person), shape.values(body)));
    }
    UUID row = UUID.fromString(before.path("id").asText());
    return change(acting, person, row, typed, shape.values(body));
  }

  Saved add(Acting acting, UUID person, Form typed) {
    ObjectNode body = form().body(typed, true);
    return faulty(acting, person, typed, shape.faultsOfNew(body), shape.values(body))
        .orElseGet(
            () -> new Saved.Done(rows().add(acting, Optional.of(person), shape.values(body))));
  }

  Saved save(Acting acting, UUID person, UUID row, Form typed) {
    Optional<ObjectNode> before = rows().find(acting, Optional.of(person), row);
    if (before.isEmpty()) {
      return new Saved.Missing();
    }
    ObjectNode body = form().body(typed, false);
    return faulty(
            acting, person, typed, shape.faultsOfChange(body, before.get()), shape.values(body))
        .orElseGet(() -> change(acting, person, row, typed, shape.values(body)));
  }

  private Saved change(Acting acting, UUID person, UUID row, Form typed, ObjectNode values) {
    Changed changed =
        rows()
            .change(
                acting,
                Optional.of(person),
                row,
                values,
                now -> Etag.of(now).equals(typed.value(RowForm.VERSION)));
    return switch (changed) {
      case Changed.Done(ObjectNode now) -> new Saved.Done(now);
      case Changed.Unseen _ -> new Saved.Missing();
      case Changed.Stale _ ->
          rows()
              .find(acting, Optional.of(person), row)
              .<Saved>map(now -> new Saved.Stale(form().differing(typed, now)))
              .orElseGet(Saved.Missing::new);
    };
  }

  private Optional<Saved> faulty(
      Acting acting, UUID person, Form typed, List<Fault> faults, ObjectNode values) {
    List<Fault> all = faults.isEmpty() ? rule.faults(acting, person, values) : faults;
    if (all.isEmpty()) {
      return Optional.empty();
    }
    form().note(typed, all);
    return Optional.of(new Saved.Faulty(typed));
  }
}
