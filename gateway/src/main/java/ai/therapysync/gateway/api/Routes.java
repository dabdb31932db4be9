package ai.therapysync.gateway.api;

import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.database.DatabaseAway;
import ai.therapysync.persistence.resources.Refused;
import ai.therapysync.persistence.resources.Resource;
import ai.therapysync.persistence.resources.Sight;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mounts the API's operations: who asks is known first, and every failure is a problem. */
final class Routes {
  static final String ROOT = "/api/v1";
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final JavalinConfig config;
  private final Gate gate;
  private final Callers callers;

  Routes(JavalinConfig config, Gate gate, Callers callers) {
    this.config = config;
    this.gate = gate;
    this.callers = callers;
  }

  /** Works in one transaction with the rights of who asks. */
  <T> T acting(Request request, Function<Acting, T> work) {
    return callers.acting(request.caller(), request.origin(), work);
  }

  /**
   * The same, for rows of the person whose {@code id} is in the address.
   *
   * @throws Problem 404 where the caller may not know that there are any
   */
  <T> T seeing(Request request, Resource resource, Function<Acting, T> work) {
    return acting(
        request,
        acting -> {
          if (!Sight.of(acting, resource, request.id("id"))) {
            throw Problem.missing();
          }
          return work.apply(acting);
        });
  }

  void get(String path, Consumer<Request> operation) {
    on(HandlerType.GET, path, operation);
  }

  void post(String path, Consumer<Request> operation) {
    on(HandlerType.POST, path, operation);
  }

  void put(String path, Consumer<Request> operation) {
    on(HandlerType.PUT, path, operation);
  }

  void patch(String path, Consumer<Request> operation) {
    on(HandlerType.PATCH, path, operation);
  }

  void delete(String path, Consumer<Request> operation) {
    on(HandlerType.DELETE, path, operation);
  }

  private void on(HandlerType method, String path, Consumer<Request> operation) {
    config.routes.addHttpHandler(method, ROOT + path, context -> guarded(context, operation));
  }

  private void guarded(Context context, Consumer<Request> operation) {
    try {
      operation.accept(new Request(context, gate.caller(context), gate.address(context)));
    } catch (Problem problem) {
      write(context, problem);
    } catch (Refused refused) {
      write(context, problem(refused));
    } catch (RuntimeException failure) {
      if (DatabaseAway.isCauseOf(failure)) {
        LOG.warn("A request was refused, the database is away: {}", Failures.describe(failure));
        context.header("Retry-After", "1");
        write(context, Problem.away());
        return;
      }
      LOG.error("A request failed: {}", Failures.describe(failure));
      write(context, Problem.failed());
    }
  }

  /** Addresses of the API that lead nowhere say so in its own way. */
  void otherwise() {
    for (HandlerType method :
        new HandlerType[] {
          HandlerType.GET, HandlerType.POST, HandlerType.PUT, HandlerType.PATCH, HandlerType.DELETE
        }) {
      on(
          method,
          "/<rest>",
          _ -> {
            throw Problem.missing();
          });
    }
  }

  private static Problem problem(Refused refused) {
    String column = refused.column().orElse("");
    return switch (refused.why()) {
      case FORBIDDEN -> Problem.forbidden("Your role lets you see this, not change it.");
      case EMERGENCY ->
          Problem.forbidden(
              "During an emergency and for 24 hours after it, contacts and escalation stay as they"
                  + " are. That a contact must_not_be_told can be said at any time.");
      case TAKEN -> Problem.conflict("Another row has this already.");
      case REFERENCED ->
          Problem.conflict("Other rows need this one, or what it names does not exist.");
      case OUT_OF_RANGE ->
          Problem.invalid(column.isEmpty() ? "body" : column, "has a value that can't be kept");
    };
  }

  private static void write(Context context, Problem problem) {
    context
        .status(problem.status())
        .contentType("application/problem+json")
        .result(problem.body().toString());
  }
}
