package ai.therapysync.gateway.api;

import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import java.util.Optional;

/** Daily figures, of the platform and of a person. */
final class AnalyticsApi {
  void mount(Routes routes) {
    ResourceRows platform = ResourceRows.of(Resource.PLATFORM_ANALYTICS);
    routes.get(
        "/analytics/platform",
        request -> {
          if (!request.caller().may(Permission.SEE_ANALYTICS)) {
            throw Problem.missing();
          }
          Answer.page(
              request,
              routes.acting(
                  request,
                  acting ->
                      platform.list(acting, Optional.empty(), request.limit(), request.cursor())));
        });
    ResourceRows ofPerson = ResourceRows.of(Resource.USER_ANALYTICS);
    routes.get(
        "/analytics/users/{id}",
        request ->
            Answer.page(
                request,
                routes.seeing(
                    request,
                    Resource.USER_ANALYTICS,
                    acting ->
                        ofPerson.list(
                            acting,
                            Optional.of(request.id("id")),
                            request.limit(),
                            request.cursor()))));
  }
}
