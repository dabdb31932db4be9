package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.api.Commands;
import ai.therapysync.gateway.channel.RetrySchedule;
import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.HttpSettings;
import ai.therapysync.gateway.console.Console;
import ai.therapysync.gateway.console.escalation.EscalationPage;
import ai.therapysync.gateway.console.escalation.PolicyDesk;
import ai.therapysync.gateway.respond.CheckPage;
import ai.therapysync.gateway.respond.PageTokens;
import ai.therapysync.gateway.respond.RespondPage;
import ai.therapysync.gateway.telemetry.Telemetry;
import ai.therapysync.gateway.web.WebModule;
import ai.therapysync.gateway.web.WebServer;
import ai.therapysync.gateway.work.Courtesies;
import ai.therapysync.gateway.work.Deliveries;
import ai.therapysync.gateway.work.GatewayIntake;
import ai.therapysync.gateway.work.Hourly;
import ai.therapysync.gateway.work.IncidentTimers;
import ai.therapysync.gateway.work.KeyWatch;
import ai.therapysync.gateway.work.LiveNodes;
import ai.therapysync.gateway.work.Nightly;
import ai.therapysync.gateway.work.Watch;
import ai.therapysync.gateway.work.WatchMeters;
import ai.therapysync.gateway.work.Work;
import ai.therapysync.persistence.conversation.NightBook;
import ai.therapysync.persistence.conversation.Withdrawals;
import ai.therapysync.persistence.crisis.WatchBook;
import ai.therapysync.persistence.erasure.Erasure;
import ai.therapysync.persistence.figures.HourBook;
import ai.therapysync.persistence.keys.NodeKeys;
import ai.therapysync.persistence.sealing.MacKey;
import ai.therapysync.persistence.tasks.NodeRows;
import ai.therapysync.persistence.views.Secrets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The whole gateway, built from the configuration; closing takes it down in reverse. */
public final class Gateway implements AutoCloseable {
  private final Parts parts;
  private final int port;

  private Gateway(Parts parts, int port) {
    this.parts = parts;
    this.port = port;
  }

  /** Migrates the database, then starts everything in order; unwinds when a part fails. */
  public static Gateway start(Configuration configuration) {
    return start(configuration, Extras.none());
  }

  /** The same, with what {@code demo} and tests have besides. */
  public static Gateway start(Configuration configuration, Extras extras) {
    Parts parts = new Parts();
    try {
      return new Gateway(parts, build(configuration, extras, parts));
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static int build(Configuration configuration, Extras extras, Parts parts) {
    InstantSource clock = extras.clock();
    Store store = Store.open(configuration, parts);
    parts.add(watchKeys(store));
    Telemetry telemetry = parts.add(new Telemetry());
    LiveNodes nodes = parts.add(new LiveNodes(new NodeRows(store.database().jdbi()), clock));
    Ways ways = Ways.of(configuration, nodes, clock, telemetry.registry());
    PageTokens tokens = new PageTokens(configuration.http().publicUrl(), pageKey(store));
    Opinions opinions = parts.add(new Opinions(configuration.conversation()));
    Courtesies courtesies = Inbound.courtesies(configuration.channels(), store);
    Care care =
        Care.on(
            new Care.Ground(
                configuration,
                store,
                ways.routes(),
                Replies.of(configuration.conversation().languageModel()),
                opinions.all(),
                tokens,
                courtesies,
                clock));
    Alarms alarms =
        Alarms.of(configuration.escalation(), store, tokens, clock, telemetry.registry(), parts);
    Deliveries deliveries =
        new Deliveries(care.outbox(), ways.channels(), new RetrySchedule(clock), clock);
    WatchBook watch = new WatchBook(store.database().jdbi(), ways.routes());
    Work work =
        parts.add(
            Work.on(
                store.database(),
                new Work.Handlers(
                    care.conversations(),
                    care.sessions(),
                    care.forgettings(),
                    new Withdrawals(store.database().jdbi(), clock),
                    Inbound.media(configuration.channels(), store, telemetry.registry(), clock),
                    care.learning(),
                    care.handovers(),
                    care.onboardings(),
                    deliveries,
                    new IncidentTimers(care.book(), care.desk(), care.outbox()),
                    care.secondLook(),
                    care.checkIns(),
                    alarms.alerts(),
                    new Erasure(store.database().jdbi(), clock),
                    new Nightly(
                        new NightBook(store.database().jdbi()), Chores.of(store, clock), clock),
                    new Hourly(new HourBook(store.database().jdbi()), clock),
                    new Watch(
                        watch,
                        care.alarms(),
                        clock,
                        new WatchMeters(telemetry.registry(), ways.channels().keySet(), clock),
                        ways::paused),
                    Reconcilers.of(configuration, store, care, clock, telemetry.registry())),
                clock,
                telemetry.registry()));
    GatewayIntake intake =
        new GatewayIntake(care.conversations(), care.outbox(), courtesies::seen, work);
    List<WebModule> modules = new ArrayList<>(extras.prepare(store));
    modules.add(
        new RespondPage(
            new WakingBook(care.book(), work),
            care.desk(),
            tokens,
            new CheckPage(new WakingChecks(care.checks(), work), care.desk(), clock),
            care.lines()));
    Commands commands = OperatorCommands.on(store, ways.routes(), care, work, clock);
    modules.add(Doors.api(configuration.http(), store, commands, clock));
    HttpSettings http = configuration.http();
    StoreHealth health =
        new StoreHealth(store.database(), configuration.channels(), alarms.book(), clock);
    PolicyDesk policies =
        PeopleDesk.policies(configuration.escalation(), care.desk(), store.sealer(), clock);
    Console console =
        Desk.on(
            new Desk.Ground(store, http, watch, ways::paused, health, clock),
            commands,
            PeopleDesk.page(configuration, store, commands, tokens, policies, clock),
            VoicesDesk.page(
                configuration.conversation().languageModel(),
                store,
                care.desk(),
                care.lines(),
                clock),
            ChannelsDesk.page(
                new ChannelsDesk.Ground(configuration, ways, watch, health), store, work, clock),
            new EscalationPage(Doors.callers(store, clock), policies));
    modules.add(console);
    WebServer server =
        parts.add(
            WebServer.start(
                http.bind(), http.port(), webhooks(ways, intake), health, telemetry, modules));
    parts.add(console);
    // Closed first: work finishes while the last requests do.
    parts.add(work::finish);
    work.start();
    opinions.start();
    return server.port();
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    parts.close();
  }

  private static MacKey pageKey(Store store) {
    return new Secrets(store.database().jdbi(), store.sealer()).macKey("pages");
  }

  private static KeyWatch watchKeys(Store store) {
    // Not by the store's own way to SQL, which is for what people wait for.
    NodeKeys nodes = new NodeKeys(store.database().ordinaryJdbi());
    return KeyWatch.start(nodes, store.sealer(), store.keys().file());
  }

  private static List<Webhook> webhooks(Ways ways, GatewayIntake intake) {
    return ways.channels().values().stream()
        .flatMap(channel -> channel.open(intake).stream())
        .toList();
  }
}
