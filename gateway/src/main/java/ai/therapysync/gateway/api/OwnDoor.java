package ai.therapysync.gateway.api;

import ai.therapysync.gateway.telemetry.Failures;
import ai.therapysync.persistence.erasure.Erasure;
import ai.therapysync.persistence.erasure.ErasureBlocked;
import ai.therapysync.persistence.export.Archive;
import ai.therapysync.persistence.export.Export;
import io.javalin.http.Context;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a person can always ask for: everything that is kept of them, and the end of it. */
public final class OwnDoor {
  private static final Logger LOG = LoggerFactory.getLogger(OwnDoor.class);
  private static final int ACCEPTED = 202;
  private static final int NOTHING = 204;

  private final Export export;
  private final Erasure erasure;

  /** With what hands out, and what erases. */
  public OwnDoor(Export export, Erasure erasure) {
    this.export = export;
    this.erasure = erasure;
  }

  void mount(Routes routes) {
    routes.get("/users/{id}/export", request -> hand(request.context(), granted(routes, request)));
    routes.delete(
        "/users/{id}", request -> request.context().status(status(asked(routes, request))));
  }

  private Archive granted(Routes routes, Request request) {
    return switch (routes.acting(request, acting -> export.ask(acting, request.id("id")))) {
      case Export.Asked.Granted(Archive archive) -> archive;
      case Export.Asked.NotSeen _ -> throw Problem.missing();
      case Export.Asked.NotAllowed _ ->
          throw Problem.forbidden("Your role does not show you all that an archive holds.");
    };
  }

  /** What breaks off lacks the archive's last part, by which a ZIP file is known to be whole. */
  private static void hand(Context context, Archive archive) {
    context
        .contentType("application/zip")
        .header("Content-Disposition", "attachment; filename=\"therapysync-export.zip\"");
    try {
      archive.writeTo(context.outputStream());
    } catch (IOException | RuntimeException e) {
      LOG.warn("An archive broke off: {}", Failures.describe(e));
    }
  }

  private Erasure.Asked asked(Routes routes, Request request) {
    try {
      return routes.acting(request, acting -> erasure.ask(acting, request.id("id")));
    } catch (ErasureBlocked blocked) {
      throw Problem.conflict(String.valueOf(blocked.getMessage()));
    }
  }

  private static int status(Erasure.Asked asked) {
    return switch (asked) {
      case Erasure.Asked.Erased _ -> NOTHING;
      case Erasure.Asked.WaitsForIncident _ -> ACCEPTED;
      case Erasure.Asked.NotSeen _ -> throw Problem.missing();
      case Erasure.Asked.NotAllowed _ ->
          throw Problem.forbidden("Your role lets you see this person, not erase them.");
      case Erasure.Asked.WorksHere _ ->
          throw Problem.conflict(
              "They are an operator: their roles have to be taken away before they are erased.");
    };
  }
}
