package ai.therapysync.gateway.console.people;

import ai.therapysync.gateway.api.Etag;
import ai.therapysync.gateway.api.field.Fault;
import ai.therapysync.gateway.api.field.Shape;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.resources.Changed;
import ai.therapysync.persistence.resources.Refused;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of a kind that are read and written in a form, within the limits of the API. */
public record Sheet(Resource resource, Shape shape, Rule rule, List<Input> inputs) {
  /** Said above a form whose row is another by now. */
  public static final String STALE =
      "Somebody else saved this in the meantime. What differs is told beside each field; save again"
          + " to keep yours.";

  public Sheet {
    inputs = List.copyOf(inputs);
  }

  /** What became of a form. */
  public sealed interface Saved {
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
  public Sheet asking(List<Input> others) {
    return new Sheet(resource, shape, rule, others);
  }

  /** Its rows as forms. */
  public RowForm form() {
    return new RowForm(shape, inputs);
  }

  /** Its rows as they are kept. */
  public ResourceRows rows() {
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
    Optional<UUID> owner = Optional.of(person);
    Optional<Saved> faulty =
        faulty(acting, owner, typed, shape.faultsOfChange(body, before), shape.values(body));
    if (faulty.isPresent()) {
      return faulty.get();
    }
    if (before.path("id").isNull()) {
      return new Saved.Done(rows().add(acting, owner, shape.values(body)));
    }
    UUID row = UUID.fromString(before.path("id").asText());
    return change(acting, owner, row, typed, shape.values(body));
  }

  Saved add(Acting acting, UUID person, Form typed) {
    return add(acting, Optional.of(person), typed);
  }

  Saved save(Acting acting, UUID person, UUID row, Form typed) {
    return save(acting, Optional.of(person), row, typed);
  }

  /**
   * Adds what was typed.
   *
   * @param owner whose row; empty where rows are nobody's
   */
  public Saved add(Acting acting, Optional<UUID> owner, Form typed) {
    ObjectNode body = form().body(typed, true);
    return faulty(acting, owner, typed, shape.faultsOfNew(body), shape.values(body))
        .orElseGet(() -> new Saved.Done(rows().add(acting, owner, shape.values(body))));
  }

  /**
   * Writes what was typed over a row.
   *
   * @param owner whose row; empty where rows are nobody's
   */
  public Saved save(Acting acting, Optional<UUID> owner, UUID row, Form typed) {
    Optional<ObjectNode> before = rows().find(acting, owner, row);
    if (before.isEmpty()) {
      return new Saved.Missing();
    }
    ObjectNode body = form().body(typed, before.get());
    return faulty(
            acting, owner, typed, shape.faultsOfChange(body, before.get()), shape.values(body))
        .orElseGet(() -> change(acting, owner, row, typed, shape.values(body)));
  }

  private Saved change(
      Acting acting, Optional<UUID> owner, UUID row, Form typed, ObjectNode values) {
    Changed changed =
        rows()
            .change(
                acting,
                owner,
                row,
                values,
                now -> Etag.of(now).equals(typed.value(RowForm.VERSION)));
    return switch (changed) {
      case Changed.Done(ObjectNode now) -> new Saved.Done(now);
      case Changed.Unseen _ -> new Saved.Missing();
      case Changed.Stale _ ->
          rows()
              .find(acting, owner, row)
              .<Saved>map(now -> new Saved.Stale(form().differing(typed, now)))
              .orElseGet(Saved.Missing::new);
    };
  }

  private Optional<Saved> faulty(
      Acting acting, Optional<UUID> owner, Form typed, List<Fault> faults, ObjectNode values) {
    List<Fault> all =
        faults.isEmpty()
            ? owner.map(it -> rule.faults(acting, it, values)).orElseGet(List::of)
            : faults;
    if (all.isEmpty()) {
      return Optional.empty();
    }
    form().note(typed, all);
    return Optional.of(new Saved.Faulty(typed));
  }

  /** Why the database did not let it happen, and what to do. */
  public static String words(Refused refused) {
    return switch (refused.why()) {
      case FORBIDDEN -> "Your role lets you see this, not change it.";
      case EMERGENCY ->
          "During an emergency and for 24 hours after it, contacts and escalation stay as they are."
              + " That a contact must not be told can be said at any time.";
      case TAKEN -> "Another row has this already.";
      case REFERENCED -> "Something else needs this, or what it names is gone.";
      case OUT_OF_RANGE -> "A value can't be kept as it is. Look through the fields again.";
    };
  }
}
