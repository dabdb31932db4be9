package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.api.Commands;
import ai.therapysync.gateway.config.HttpSettings;
import ai.therapysync.gateway.console.Console;
import ai.therapysync.gateway.console.analytics.AnalyticsPage;
import ai.therapysync.gateway.console.audit.AuditPage;
import ai.therapysync.gateway.console.crises.CrisesPage;
import ai.therapysync.gateway.console.crises.CrisisDoings;
import ai.therapysync.gateway.console.crises.CrisisPage;
import ai.therapysync.gateway.console.door.Door;
import ai.therapysync.gateway.console.operators.OperatorsPage;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.talks.ConversationPage;
import ai.therapysync.gateway.console.talks.ConversationsPage;
import ai.therapysync.gateway.console.today.House;
import ai.therapysync.gateway.console.today.TodayPage;
import ai.therapysync.gateway.web.Health;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.audit.AuditLog;
import ai.therapysync.persistence.conversation.MediaFiles;
import ai.therapysync.persistence.crisis.WatchBook;
import ai.therapysync.persistence.crisis.WatchBook.Sighting;
import ai.therapysync.persistence.sealing.MacKey;
import ai.therapysync.persistence.views.AuditSearch;
import ai.therapysync.persistence.views.ConversationList;
import ai.therapysync.persistence.views.CrisisQueue;
import ai.therapysync.persistence.views.DangerSigns;
import ai.therapysync.persistence.views.LiveView;
import ai.therapysync.persistence.views.OperatorList;
import ai.therapysync.persistence.views.Secrets;
import ai.therapysync.persistence.views.SharedPlaces;
import ai.therapysync.persistence.views.TodayView;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The console with its pages; a new page is one line here. */
final class Desk {
  private Desk() {}

  /**
   * What it is built from.
   *
   * @param paused the providers that this node gives a pause
   */
  record Ground(
      Store store,
      HttpSettings http,
      WatchBook watch,
      Supplier<Set<Provider>> paused,
      Health health,
      InstantSource clock) {
    Jdbi jdbi() {
      return store.database().jdbi();
    }

    MacKey key(String name) {
      return new Secrets(jdbi(), store.sealer()).macKey(name);
    }
  }

  /** With pages that need more than the ground. */
  static Console on(Ground ground, Commands commands, ConsolePage... more) {
    AuditLog log = Audit.log(ground.jdbi(), ground.store().sealer(), ground.clock());
    Callers callers = new Callers(ground.jdbi(), log);
    Door door =
        new Door(
            new Door.Ground(
                ground.store().database(),
                callers,
                log,
                ground.store().sealer(),
                ground.key("console"),
                ground.http(),
                ground.clock()));
    return new Console(
        door,
        new LiveView(ground.store().database()),
        ground.clock(),
        pages(ground, callers, commands, more));
  }

  private static List<ConsolePage> pages(
      Ground ground, Callers callers, Commands commands, ConsolePage... more) {
    List<ConsolePage> pages = new ArrayList<>(List.of(more));
    pages.add(new TodayPage(new TodayView(callers), house(ground), ground.clock()));
    pages.add(new CrisesPage(new CrisisQueue(callers)));
    pages.add(
        new CrisisPage(
            callers,
            new DangerSigns(commands.messages()),
            new SharedPlaces(ground.store().sealer()),
            new CrisisDoings(callers, commands.incidents(), commands.wake())));
    pages.add(new ConversationsPage(new ConversationList(callers)));
    pages.add(
        new ConversationPage(
            callers,
            commands,
            new MediaFiles(ground.jdbi(), ground.store().sealer()),
            PeopleDesk.notes(ground.store(), ground.clock())));
    pages.add(new AnalyticsPage(callers, ground.clock()));
    pages.add(new OperatorsPage(new OperatorList(callers)));
    pages.add(new AuditPage(new AuditSearch(callers)));
    return List.copyOf(pages);
  }

  private static House house(Ground ground) {
    return new House() {
      @Override
      public Sighting sighting() {
        return ground.watch().look(ground.clock().instant()).without(ground.paused().get());
      }

      @Override
      public Map<String, String> degraded() {
        return ground.health().degraded();
      }
    };
  }
}
