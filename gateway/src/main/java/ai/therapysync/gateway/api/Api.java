package ai.therapysync.gateway.api;

import ai.therapysync.gateway.web.WebModule;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.resources.Resource;
import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.function.Consumer;

/** The API of operators and of people themselves: {@code /api/v1}. */
public final class Api implements WebModule {
  private final Gate gate;
  private final Callers callers;
  private final OwnDoor door;
  private final Commands commands;

  /**
   * With what tells who asks.
   *
   * @param gate who comes in
   * @param commands what is done beyond rows
   */
  public Api(Gate gate, Callers callers, OwnDoor door, Commands commands) {
    this.door = door;
    this.gate = gate;
    this.callers = callers;
    this.commands = commands;
  }

  @Override
  public void mount(JavalinConfig config) {
    Routes routes = new Routes(config, gate, callers);
    parts().forEach(part -> part.accept(routes));
    routes.otherwise();
    new ApiPages().mount(config);
  }

  private List<Consumer<Routes>> parts() {
    return List.of(
        new UsersApi()::mount,
        door::mount,
        Api::settings,
        Api::written,
        Api::kept,
        new NumbersApi(commands)::mount,
        new MessagesApi(commands)::mount,
        new TakeoverApi(commands)::mount,
        new TimelineApi()::mount,
        new CrisesApi(commands)::mount,
        new HouseholdsApi()::mount,
        new PersonalitiesApi()::mount,
        new AnalyticsApi()::mount);
  }

  private static void settings(Routes routes) {
    new OnlyResource(Resource.SETTINGS, Shapes.SETTINGS, Rules::settings)
        .mount(routes, "whatsapp-config");
    new OnlyResource(Resource.CULTURAL_PROFILES, Shapes.CULTURE, Rules::nothing)
        .mount(routes, "cultural-profile");
  }

  /** What people and operators write. */
  private static void written(Routes routes) {
    new PersonResource(Resource.CONTACTS, Shapes.CONTACT, Rules::contact)
        .mount(routes, "emergency-contacts");
    new PersonResource(Resource.GOALS, Shapes.GOAL, Rules::nothing).mount(routes, "goals");
    new PersonResource(Resource.MEMORIES, Shapes.MEMORY, Rules::memory).mount(routes, "memories");
    new PersonResource(Resource.SESSIONS, Shapes.SESSION, Rules::session)
        .mount(routes, "therapy-sessions");
  }

  /** What the gateway writes. */
  private static void kept(Routes routes) {
    PersonResource.ofGateway(Resource.MOODS).mountList(routes, "mood-entries");
    PersonResource.ofGateway(Resource.ASSESSMENTS).mountList(routes, "assessments");
    PersonResource.ofGateway(Resource.ACHIEVEMENTS).mountList(routes, "goal-achievements");
    PersonResource.ofGateway(Resource.INSIGHTS).mountList(routes, "goal-insights");
    PersonResource.ofGateway(Resource.RECOMMENDATIONS).mountList(routes, "recommendations");
  }
}
