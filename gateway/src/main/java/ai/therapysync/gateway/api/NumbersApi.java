package ai.therapysync.gateway.api;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.conversation.NumberCodes.Issue;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.ResourceRows;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Numbers of a person, each with the code that it has to send. Whether a number is somebody else's
 * shows nowhere: each is added, and the code decides.
 */
final class NumbersApi {
  private final ResourceRows rows = ResourceRows.of(Resource.INTEGRATIONS);
  private final Commands commands;

  NumbersApi(Commands commands) {
    this.commands = commands;
  }

  void mount(Routes routes) {
    String list = "/users/{id}/whatsapp-integrations";
    new PersonResource(Resource.INTEGRATIONS, Shapes.INTEGRATION, Rules::nothing)
        .mountAllButNew(routes, "whatsapp-integrations");
    routes.post(
        list,
        request ->
            Answer.created(
                request,
                routes.seeing(request, Resource.INTEGRATIONS, acting -> add(acting, request))));
    routes.post(
        list + "/{row}/verification-code",
        request ->
            Answer.tree(
                request,
                routes.seeing(request, Resource.INTEGRATIONS, acting -> again(acting, request))));
  }

  private ObjectNode add(Acting acting, Request request) {
    ObjectNode body = request.body();
    PersonResource.refuse(Shapes.INTEGRATION.faultsOfNew(body));
    UUID person = request.id("id");
    ObjectNode row =
        rows.add(acting, Optional.of(person), Shapes.INTEGRATION.values(body)).deepCopy();
    UUID id = UUID.fromString(row.path("id").asText());
    Issue issue = commands.codes().issue(acting, person, id);
    // A number that is added switched off gets its code when it is asked for.
    return row.setAll(issue instanceof Issue.NotNeeded ? none() : shown(request, issue));
  }

  private ObjectNode again(Acting acting, Request request) {
    UUID person = request.id("id");
    UUID row = request.id("row");
    if (rows.find(acting, Optional.of(person), row).isEmpty()) {
      throw Problem.missing();
    }
    if (!acting.caller().is(person) && !acting.caller().may(Permission.CHANGE_USERS)) {
      throw Problem.forbidden("Your role lets you see people, not change them.");
    }
    return shown(request, commands.codes().issue(acting, person, row));
  }

  private static ObjectNode shown(Request request, Issue issue) {
    return switch (issue) {
      case Issue.Issued issued ->
          JsonNodeFactory.instance
              .objectNode()
              .put("verification_code", issued.code())
              .put("verification_code_expires_at", issued.until().toString());
      case Issue.NotNeeded _ ->
          throw Problem.conflict("The number is verified already, or it is switched off.");
      case Issue.TooMany(Duration pause) -> {
        request.context().header("Retry-After", String.valueOf(pause.toSeconds() + 1));
        throw Problem.tooMany();
      }
    };
  }

  private static ObjectNode none() {
    return JsonNodeFactory.instance
        .objectNode()
        .putNull("verification_code")
        .putNull("verification_code_expires_at");
  }
}
