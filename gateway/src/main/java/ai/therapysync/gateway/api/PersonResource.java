package ai.therapysync.gateway.api;

import ai.therapysync.gateway.api.field.Fault;
import ai.therapysync.gateway.api.field.Shape;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.resources.Changed;
import ai.therapysync.persistence.resources.Page;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Rows of one person, under {@code /users/{id}/…}: a list, and each of them to be read, added,
 * changed and taken away.
 */
final class PersonResource {
  /** A rule that needs to look at other rows. */
  @FunctionalInterface
  interface Rule {
    List<Fault> faults(Acting acting, UUID person, ObjectNode values);
  }

  private final Resource resource;
  private final ResourceRows rows;
  private final Shape shape;
  private final Rule rule;

  PersonResource(Resource resource, Shape shape, Rule rule) {
    this.resource = resource;
    this.rows = ResourceRows.of(resource);
    this.shape = shape;
    this.rule = rule;
  }

  /** Rows that nobody writes from outside. */
  static PersonResource ofGateway(Resource resource) {
    return new PersonResource(resource, Shape.of(Set.of()), Rules::nothing);
  }

  /** Mounts all five. */
  void mount(Routes routes, String name) {
    mountAllButNew(routes, name);
    routes.post(
        "/users/{id}/" + name,
        request -> Answer.created(request, seen(routes, request, this::add)));
  }

  /** Mounts all but adding, where that takes more than a row. */
  void mountAllButNew(Routes routes, String name) {
    String list = "/users/{id}/" + name;
    routes.get(list, request -> Answer.page(request, seen(routes, request, this::list)));
    routes.get(list + "/{row}", request -> Answer.row(request, seen(routes, request, this::find)));
    routes.patch(
        list + "/{row}", request -> Answer.changed(request, seen(routes, request, this::change)));
    routes.delete(
        list + "/{row}", request -> Answer.removed(request, seen(routes, request, this::remove)));
  }

  /** Mounts the list alone, for rows that the gateway writes. */
  void mountList(Routes routes, String name) {
    routes.get(
        "/users/{id}/" + name, request -> Answer.page(request, seen(routes, request, this::list)));
  }

  private Page list(Acting acting, Request request) {
    return rows.list(acting, Optional.of(request.id("id")), request.limit(), request.cursor());
  }

  private ObjectNode find(Acting acting, Request request) {
    return rows.find(acting, Optional.of(request.id("id")), request.id("row"))
        .orElseThrow(Problem::missing);
  }

  private ObjectNode add(Acting acting, Request request) {
    ObjectNode body = request.body();
    refuse(shape.faultsOfNew(body));
    ObjectNode values = shape.values(body);
    UUID person = request.id("id");
    refuse(rule.faults(acting, person, values));
    return rows.add(acting, Optional.of(person), values);
  }

  private Changed change(Acting acting, Request request) {
    UUID person = request.id("id");
    ObjectNode body = request.body();
    Optional<ObjectNode> before = rows.find(acting, Optional.of(person), request.id("row"));
    if (before.isEmpty()) {
      return new Changed.Unseen();
    }
    refuse(shape.faultsOfChange(body, before.get()));
    ObjectNode values = shape.values(body);
    refuse(rule.faults(acting, person, values));
    return rows.change(acting, Optional.of(person), request.id("row"), values, request.unchanged());
  }

  private Changed remove(Acting acting, Request request) {
    return rows.remove(
        acting, Optional.of(request.id("id")), request.id("row"), request.unchanged());
  }

  private <T> T seen(Routes routes, Request request, BiFunction<Acting, Request, T> operation) {
    return routes.seeing(request, resource, acting -> operation.apply(acting, request));
  }

  static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
  }
}
