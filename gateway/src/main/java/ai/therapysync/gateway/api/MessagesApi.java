package ai.therapysync.gateway.api;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.conversation.OperatorMessages.Said;
import ai.therapysync.persistence.resources.Resource;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** What a person and the gateway wrote, on both channels, and what operators write to them. */
final class MessagesApi {
  private final Commands commands;

  MessagesApi(Commands commands) {
    this.commands = commands;
  }

  void mount(Routes routes) {
    String list = "/users/{id}/messages";
    routes.get(
        list,
        request ->
            Answer.page(
                request,
                routes.seeing(
                    request,
                    Resource.MESSAGES,
                    acting ->
                        commands
                            .messages()
                            .list(acting, request.id("id"), request.limit(), request.cursor()))));
    routes.get(
        list + "/{row}",
        request ->
            Answer.row(
                request,
                routes.seeing(
                    request,
                    Resource.MESSAGES,
                    acting -> find(acting, request.id("id"), request.id("row")))));
    routes.post(
        list,
        request -> {
          ObjectNode row =
              routes.seeing(request, Resource.MESSAGES, acting -> say(acting, request));
          commands.wake().up();
          Answer.created(request, row);
        });
  }

  private ObjectNode find(Acting acting, UUID person, UUID message) {
    return commands.messages().find(acting, person, message).orElseThrow(Problem::missing);
  }

  private ObjectNode say(Acting acting, Request request) {
    UUID person = request.id("id");
    if (acting.caller().is(person)) {
      throw Problem.forbidden("Operators write here; people write by their phones.");
    }
    if (!acting.caller().may(Permission.JOIN_CONVERSATIONS)) {
      throw Problem.forbidden("Your role lets you read conversations, not write into them.");
    }
    ObjectNode body = request.body();
    PersonResource.refuse(Shapes.MESSAGE.faultsOfNew(body));
    Said said = commands.words().say(acting, person, body.path("content").asText());
    return switch (said) {
      case Said.Queued(UUID message) -> find(acting, person, message);
      case Said.NoNumber _ ->
          throw Problem.conflict("The person has no number that is verified and active.");
      case Said.Stopped _ ->
          throw Problem.conflict("The person's number said STOP. It can write, and START ends it.");
      case Said.NoWay _ ->
          throw Problem.conflict(
              "WhatsApp takes free words only within 24 hours of the person's last message, and"
                  + " there is no other way to them.");
    };
  }
}
