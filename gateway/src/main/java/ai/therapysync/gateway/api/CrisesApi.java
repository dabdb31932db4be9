package ai.therapysync.gateway.api;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.resources.CrisisInterventions;
import ai.therapysync.persistence.resources.CrisisInterventions.Status;
import ai.therapysync.persistence.views.Ladders;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Incidents, each with its whole ladder; operators take them and end them. */
final class CrisesApi {
  private final Commands commands;

  CrisesApi(Commands commands) {
    this.commands = commands;
  }

  void mount(Routes routes) {
    String list = "/crisis-interventions";
    routes.get(
        list,
        request ->
            Answer.page(
                request,
                routes.acting(
                    request,
                    acting ->
                        CrisisInterventions.list(
                            acting, status(request), request.limit(), request.cursor()))));
    routes.get(
        list + "/{id}",
        request -> answer(request, routes.acting(request, acting -> whole(acting, request))));
    routes.post(
        list + "/{id}/acknowledge",
        request -> command(routes, request, acting -> acknowledge(acting, request)));
    routes.post(
        list + "/{id}/resolve",
        request -> command(routes, request, acting -> resolve(acting, request)));
  }

  /** An incident, and its ladder, which has no part in its tag: receipts come in all the time. */
  private record Whole(ObjectNode row, ObjectNode ladder) {}

  private void command(Routes routes, Request request, Predicate<Acting> change) {
    Whole whole =
        routes.acting(
            request,
            acting -> {
              if (!change.test(acting)) {
                throw Problem.conflict("The incident is over.");
              }
              return whole(acting, request);
            });
    commands.wake().up();
    answer(request, whole);
  }

  private boolean acknowledge(Acting acting, Request request) {
    UUID person = mayWork(acting, request);
    return commands.incidents().acknowledge(acting, request.id("id"), person);
  }

  private boolean resolve(Acting acting, Request request) {
    UUID person = mayWork(acting, request);
    ObjectNode body = request.body();
    PersonResource.refuse(Shapes.OUTCOME.faultsOfNew(body));
    return commands
        .incidents()
        .resolve(acting, request.id("id"), person, body.path("outcome").asText().strip());
  }

  /** Whose incident it is, once the caller is one who may act and it is as they know it. */
  private static UUID mayWork(Acting acting, Request request) {
    UUID person = UUID.fromString(find(acting, request).path("user_id").asText());
    if (acting.caller().is(person) || !acting.caller().may(Permission.WORK_CRISES)) {
      throw Problem.forbidden("Incidents are taken and ended by operators who answer for them.");
    }
    acting.lock(person);
    if (!request.unchanged().test(find(acting, request))) {
      throw Problem.stale();
    }
    return person;
  }

  private static ObjectNode find(Acting acting, Request request) {
    return CrisisInterventions.find(acting, request.id("id")).orElseThrow(Problem::missing);
  }

  private static Whole whole(Acting acting, Request request) {
    return new Whole(find(acting, request), Ladders.of(acting, request.id("id")));
  }

  private static void answer(Request request, Whole whole) {
    request.context().header("ETag", Etag.of(whole.row()));
    Answer.tree(request, whole.row().deepCopy().set("ladder", whole.ladder()));
  }

  private static Optional<Status> status(Request request) {
    return request
        .query("status")
        .map(word ->
            Arrays.stream(Status.values())
                .filter(status -> status.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("status", "must be one of " + words())));
  }

  private static String words() {
    return Arrays.stream(Status.values()).map(Status::word).collect(Collectors.joining(", "));
  }
}
