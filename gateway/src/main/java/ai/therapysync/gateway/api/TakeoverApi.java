package ai.therapysync.gateway.api;

import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.conversation.Takeovers.Takeover;
import ai.therapysync.persistence.conversation.Takeovers.Taking;
import ai.therapysync.persistence.resources.Resource;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.UUID;

/** A human holds a conversation, or gives it back. */
final class TakeoverApi {
  private final Commands commands;

  TakeoverApi(Commands commands) {
    this.commands = commands;
  }

  void mount(Routes routes) {
    String path = "/users/{id}/takeover";
    routes.get(
        path,
        request ->
            Answer.row(
                request,
                routes.seeing(
                    request,
                    Resource.MESSAGES,
                    acting ->
                        shown(
                            acting,
                            request.id("id"),
                            commands.takeovers().find(acting, request.id("id"))))));
    routes.put(
        path,
        request -> {
          ObjectNode row =
              routes.seeing(request, Resource.MESSAGES, acting -> take(acting, request.id("id")));
          Answer.row(request, row);
        });
    routes.delete(
        path,
        request -> {
          routes.seeing(request, Resource.MESSAGES, acting -> giveBack(acting, request.id("id")));
          commands.wake().ordinary();
          Answer.nothing(request);
        });
  }

  private ObjectNode take(Acting acting, UUID person) {
    may(acting, person);
    return shown(acting, person, done(commands.takeovers().take(acting, person)));
  }

  private boolean giveBack(Acting acting, UUID person) {
    may(acting, person);
    return done(commands.takeovers().giveBack(acting, person)).isEmpty();
  }

  private static Optional<Takeover> done(Taking taking) {
    return switch (taking) {
      case Taking.Done(Optional<Takeover> now) -> now;
      case Taking.HeldByAnother _ ->
          throw Problem.conflict("Another operator holds this conversation.");
    };
  }

  private static void may(Acting acting, UUID person) {
    if (acting.caller().is(person) || !acting.caller().may(Permission.JOIN_CONVERSATIONS)) {
      throw Problem.forbidden("Conversations are held by operators who may write into them.");
    }
  }

  /** Which operator it is, the person themselves are not told. */
  private static ObjectNode shown(Acting acting, UUID person, Optional<Takeover> takeover) {
    Takeover held = takeover.orElseThrow(Problem::missing);
    ObjectNode row = JsonNodeFactory.instance.objectNode().put("user_id", person.toString());
    row.put("state", held.operator().isPresent() ? "held" : "awaited");
    row.put(
        "operator_id",
        held.operator()
            .filter(_ -> acting.caller().may(Permission.READ_CONVERSATIONS))
            .map(UUID::toString)
            .orElse(null));
    return row.put("since", held.since().toString());
  }
}
