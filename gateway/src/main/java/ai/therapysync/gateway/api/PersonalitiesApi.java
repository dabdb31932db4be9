package ai.therapysync.gateway.api;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.Changed;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The voices: everybody reads them, content administrators write them. */
final class PersonalitiesApi {
  private final ResourceRows rows = ResourceRows.of(Resource.PERSONALITIES);

  void mount(Routes routes) {
    String path = "/therapist-personalities";
    routes.get(
        path,
        request ->
            Answer.page(
                request,
                routes.acting(
                    request,
                    acting ->
                        rows.list(acting, Optional.empty(), request.limit(), request.cursor()))));
    routes.get(
        path + "/{id}",
        request -> Answer.row(request, routes.acting(request, acting -> find(acting, request))));
    routes.post(
        path,
        request -> Answer.created(request, routes.acting(request, acting -> add(acting, request))));
    routes.patch(
        path + "/{id}",
        request ->
            Answer.changed(request, routes.acting(request, acting -> change(acting, request))));
  }

  private ObjectNode find(Acting acting, Request request) {
    return rows.find(acting, Optional.empty(), request.id("id")).orElseThrow(Problem::missing);
  }

  private ObjectNode add(Acting acting, Request request) {
    mayEdit(acting);
    ObjectNode body = request.body();
    PersonResource.refuse(Shapes.PERSONALITY.faultsOfNew(body));
    return rows.add(acting, Optional.empty(), Shapes.PERSONALITY.values(body));
  }

  private Changed change(Acting acting, Request request) {
    ObjectNode before = find(acting, request);
    mayEdit(acting);
    ObjectNode body = request.body();
    PersonResource.refuse(Shapes.PERSONALITY.faultsOfChange(body, before));
    return rows.change(
        acting,
        Optional.empty(),
        request.id("id"),
        Shapes.PERSONALITY.values(body),
        request.unchanged());
  }

  private static void mayEdit(Acting acting) {
    if (!acting.caller().may(Permission.EDIT_PERSONALITIES)) {
      throw Problem.forbidden("Personalities are written by content administrators.");
    }
  }
}
