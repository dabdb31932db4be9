package ai.therapysync.gateway.api;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Caller;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.access.Role;
import ai.therapysync.persistence.resources.Changed;
import ai.therapysync.persistence.resources.Page;
import ai.therapysync.persistence.resources.People;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** People: found by name, address or number, read, and renamed; and who asks. */
final class UsersApi {
  private static final int LONGEST_QUERY = 100;

  private final ResourceRows profiles = ResourceRows.of(Resource.PROFILES);

  void mount(Routes routes) {
    routes.get("/me", request -> Answer.tree(request, me(request.caller())));
    routes.get(
        "/users",
        request -> Answer.page(request, routes.acting(request, acting -> list(acting, request))));
    routes.get(
        "/users/{id}",
        request ->
            Answer.row(
                request,
                routes.acting(
                    request,
                    acting ->
                        profiles
                            .find(acting, Optional.empty(), request.id("id"))
                            .orElseThrow(Problem::missing))));
    routes.patch(
        "/users/{id}",
        request ->
            Answer.changed(request, routes.acting(request, acting -> change(acting, request))));
  }

  private static Page list(Acting acting, Request request) {
    String sought = request.query("q").map(String::strip).orElse("");
    if (sought.length() > LONGEST_QUERY) {
      throw Problem.invalid("q", "must have at most " + LONGEST_QUERY + " characters");
    }
    return People.list(acting, sought, request.limit(), request.cursor());
  }

  private Changed change(Acting acting, Request request) {
    ObjectNode body = request.body();
    ObjectNode before =
        profiles.find(acting, Optional.empty(), request.id("id")).orElseThrow(Problem::missing);
    if (!acting.caller().is(request.id("id")) && !acting.caller().may(Permission.CHANGE_USERS)) {
      throw Problem.forbidden("Your role lets you see people, not change them.");
    }
    PersonResource.refuse(Shapes.PROFILE.faultsOfChange(body, before));
    return profiles.change(
        acting,
        Optional.of(request.id("id")),
        request.id("id"),
        Shapes.PROFILE.values(body),
        request.unchanged());
  }

  private static ObjectNode me(Caller caller) {
    ObjectNode me = JsonNodeFactory.instance.objectNode();
    me.put("id", caller.id().toString()).put("email", caller.email()).put("name", caller.name());
    ArrayNode roles = me.putArray("roles");
    caller.roles().stream().sorted().map(Role::word).forEach(roles::add);
    return me;
  }
}
