package ai.therapysync.gateway.api;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.resources.Households;
import ai.therapysync.persistence.resources.Page;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/** Households, their members and their alerts, as far as the caller sees them. */
final class HouseholdsApi {
  private final ResourceRows households = ResourceRows.of(Resource.HOUSEHOLDS);
  private final ResourceRows members = ResourceRows.of(Resource.HOUSEHOLD_MEMBERS);
  private final ResourceRows alerts = ResourceRows.of(Resource.FAMILY_ALERTS);

  void mount(Routes routes) {
    routes.get(
        "/households",
        request ->
            Answer.page(
                request,
                routes.acting(
                    request,
                    acting ->
                        households.list(
                            acting, Optional.empty(), request.limit(), request.cursor()))));
    routes.get(
        "/households/{id}",
        request ->
            Answer.row(request, routes.acting(request, acting -> household(acting, request))));
    routes.get(
        "/households/{id}/members",
        request ->
            Answer.page(request, routes.acting(request, acting -> list(acting, request, members))));
    routes.get(
        "/households/{id}/family-alerts",
        request ->
            Answer.page(request, routes.acting(request, acting -> list(acting, request, alerts))));
    routes.post(
        "/family-alerts/{id}/acknowledge",
        request ->
            Answer.row(
                request,
                routes.acting(
                    request,
                    acting ->
                        Households.acknowledge(acting, request.id("id"))
                            .orElseThrow(Problem::missing))));
    routes.post(
        "/households/{id}/invitation",
        request -> Answer.row(request, routes.acting(request, acting -> answer(acting, request))));
  }

  private ObjectNode household(Acting acting, Request request) {
    return households
        .find(acting, Optional.empty(), request.id("id"))
        .orElseThrow(Problem::missing);
  }

  private Page list(Acting acting, Request request, ResourceRows rows) {
    household(acting, request);
    return rows.list(acting, Optional.of(request.id("id")), request.limit(), request.cursor());
  }

  /** An invited person accepts or declines; nobody else can for them. */
  private ObjectNode answer(Acting acting, Request request) {
    ObjectNode body = request.body();
    PersonResource.refuse(Shapes.INVITATION.faultsOfNew(body));
    UUID household = request.id("id");
    return Households.answer(acting, household, body.path("invitation_status").asText())
        .orElseThrow(Problem::missing);
  }
}
