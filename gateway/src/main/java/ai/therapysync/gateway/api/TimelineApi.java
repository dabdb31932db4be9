package ai.therapysync.gateway.api;

import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.views.Timeline;

/** What was decided about a person, and why: "why was there silence?" */
final class TimelineApi {
  void mount(Routes routes) {
    routes.get(
        "/users/{id}/timeline",
        request ->
            Answer.page(
                request,
                routes.seeing(
                    request,
                    Resource.MESSAGES,
                    acting ->
                        Timeline.list(
                            acting, request.id("id"), request.limit(), request.cursor()))));
  }
}
