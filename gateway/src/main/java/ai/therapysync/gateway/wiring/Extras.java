package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.web.WebModule;
import java.time.InstantSource;
import java.util.List;

/** What a gateway has besides: the simulator of {@code demo}, the clock of a test. */
public interface Extras {
  /** The clock that everything goes by. */
  InstantSource clock();

  /** Called once the database is migrated and open; returns pages to mount. */
  List<WebModule> prepare(Store store);

  /** Nothing besides, by the machine's clock. */
  static Extras none() {
    return new Extras() {
      @Override
      public InstantSource clock() {
        return InstantSource.system();
      }

      @Override
      public List<WebModule> prepare(Store store) {
        return List.of();
      }
    };
  }
}
