package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.api.Api;
import ai.therapysync.gateway.api.BearerTokens;
import ai.therapysync.gateway.api.Commands;
import ai.therapysync.gateway.api.Gate;
import ai.therapysync.gateway.api.OwnDoor;
import ai.therapysync.gateway.config.HttpSettings;
import ai.therapysync.gateway.web.ClientAddress;
import ai.therapysync.gateway.web.WebModule;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.erasure.Erasure;
import ai.therapysync.persistence.export.Export;
import java.time.InstantSource;

/** The doors by which people with a login come in. */
final class Doors {
  private Doors() {}

  static WebModule api(HttpSettings settings, Store store, Commands commands, InstantSource clock) {
    Callers callers = callers(store, clock);
    return new Api(
        new Gate(
            settings.auth().map(auth -> new BearerTokens(auth, clock)),
            callers,
            new ClientAddress(settings.console().proxies()),
            settings.requestsPerSecond()),
        callers,
        new OwnDoor(
            new Export(store.database().jdbi(), store.sealer(), clock),
            new Erasure(store.database().jdbi(), clock)),
        commands);
  }

  static Callers callers(Store store, InstantSource clock) {
    return new Callers(
        store.database().jdbi(), Audit.log(store.database().jdbi(), store.sealer(), clock));
  }
}
