package ai.therapysync.gateway.api;

import ai.therapysync.gateway.api.field.Shape;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.resources.Changed;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/**
 * The one row that a person has in a table, under {@code /users/{id}/…}: read, and put. Where there
 * is none, the columns' defaults are shown, and the first put adds it; a partial body keeps the
 * rest.
 */
final class OnlyResource {
  private final Resource resource;
  private final ResourceRows rows;
  private final Shape shape;
  private final PersonResource.Rule rule;

  OnlyResource(Resource resource, Shape shape, PersonResource.Rule rule) {
    this.resource = resource;
    this.rows = ResourceRows.of(resource);
    this.shape = shape;
    this.rule = rule;
  }

  void mount(Routes routes, String name) {
    String path = "/users/{id}/" + name;
    routes.get(
        path,
        request ->
            Answer.row(
                request,
                routes.seeing(request, resource, acting -> shown(acting, request.id("id")))));
    routes.put(
        path,
        request ->
            Answer.changed(
                request, routes.seeing(request, resource, acting -> put(acting, request))));
  }

  private Changed put(Acting acting, Request request) {
    UUID person = request.id("id");
    ObjectNode body = request.body();
    acting.lock(person);
    ObjectNode before = shown(acting, person);
    PersonResource.refuse(shape.faultsOfChange(body, before));
    ObjectNode values = shape.values(body);
    PersonResource.refuse(rule.faults(acting, person, values));
    if (before.path("id").isNull()) {
      return request.unchanged().test(before)
          ? new Changed.Done(rows.add(acting, Optional.of(person), values))
          : new Changed.Stale();
    }
    return rows.change(
        acting,
        Optional.of(person),
        UUID.fromString(before.path("id").asText()),
        values,
        request.unchanged());
  }

  private ObjectNode shown(Acting acting, UUID person) {
    return rows.findOnly(acting, person).orElseGet(() -> defaults(person));
  }

  private ObjectNode defaults(UUID person) {
    return shape.unwritten(resource.columns()).put("user_id", person.toString());
  }
}
