package ai.therapysync.gateway.wiring;

import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.MetaSettings;
import ai.therapysync.gateway.config.Secret;
import ai.therapysync.gateway.config.SmtpSettings;
import ai.therapysync.gateway.config.TwilioSettings;
import ai.therapysync.gateway.console.door.OneTimePassword;
import ai.therapysync.gateway.simulator.Insight;
import ai.therapysync.gateway.simulator.Simulation;
import ai.therapysync.gateway.simulator.SimulatorPage;
import ai.therapysync.gateway.simulator.SqlInsight;
import ai.therapysync.gateway.simulator.demo.DemoLoader;
import ai.therapysync.gateway.simulator.demo.DemoPeople;
import ai.therapysync.gateway.simulator.meta.MetaAccount;
import ai.therapysync.gateway.simulator.network.Pace;
import ai.therapysync.gateway.simulator.twilio.Account;
import ai.therapysync.gateway.web.WebModule;
import ai.therapysync.persistence.access.Role;
import ai.therapysync.persistence.views.Operators;
import ai.therapysync.persistence.views.Seeds;
import ai.therapysync.persistence.views.SimulatorViews;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@code demo}: the gateway with a simulated phone network and demo people, all on this machine.
 */
public final class Demo implements AutoCloseable {
  private final Parts parts;
  private final AtomicReference<Optional<String>> password;

  private Demo(Parts parts, AtomicReference<Optional<String>> password) {
    this.parts = parts;
    this.password = password;
  }

  /** Starts the simulated network, then the gateway with that network as its providers. */
  public static Demo start(Configuration configuration) {
    Parts parts = new Parts();
    AtomicReference<Optional<String>> password = new AtomicReference<>(Optional.empty());
    try {
      InstantSource clock = InstantSource.system();
      Simulation simulation =
          parts.add(
              Simulation.start(Account.random(), Pace.lifelike(), Simulation.Ports.free(), clock));
      simulation.gatewayAt(configuration.http().publicUrl());
      parts.add(
          Gateway.start(connected(configuration, simulation), extras(simulation, clock, password)));
      return new Demo(parts, password);
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** Who can log in to the console. */
  public String operator() {
    return DemoPeople.OPERATOR_EMAIL;
  }

  /** Their one-time password; empty once they have chosen one of their own. */
  public Optional<String> oneTimePassword() {
    return password.get();
  }

  @Override
  public void close() {
    parts.close();
  }

  /** The simulated network takes the place of providers that are not configured. */
  static Configuration connected(Configuration configuration, Simulation simulation) {
    Account account = simulation.account();
    TwilioSettings twilio =
        new TwilioSettings(
            account.sid(),
            new Secret(account.authToken()),
            Optional.empty(),
            Optional.of(account.smsFrom()),
            Optional.of(account.whatsappFrom()),
            Optional.empty(),
            simulation.apiBase(),
            configuration.http().publicUrl());
    SmtpSettings smtp =
        new SmtpSettings(
            simulation.smtpUrl().getHost(),
            simulation.smtpUrl().getPort(),
            false,
            Optional.empty(),
            "care@therapysync.example");
    return new Configuration(
        configuration.environment(),
        configuration.http(),
        configuration.storage(),
        new ChannelSettings(
            Optional.of(twilio),
            Optional.of(meta(simulation)),
            Optional.of(smtp),
            configuration.channels().rates(),
            configuration.channels().templates(),
            configuration.channels().reconcileEvery(),
            configuration.channels().inbound()),
        configuration.conversation(),
        configuration.escalation());
  }

  private static MetaSettings meta(Simulation simulation) {
    MetaAccount account = simulation.metaAccount();
    return new MetaSettings(
        new Secret(account.appSecret()),
        new Secret(account.verifyToken()),
        new Secret(account.accessToken()),
        account.phoneNumberId(),
        simulation.apiBase(),
        "v23.0");
  }

  private static Optional<String> login(Store store) {
    Operators operators = new Operators(store.database());
    OneTimePassword password = OneTimePassword.create();
    boolean counts =
        operators.lendLogin(DemoPeople.OPERATOR_EMAIL, Role.ADMIN.word(), password.hash());
    return counts ? Optional.of(password.text()) : Optional.empty();
  }

  private static Extras extras(
      Simulation simulation, InstantSource clock, AtomicReference<Optional<String>> password) {
    return new Extras() {
      @Override
      public InstantSource clock() {
        return clock;
      }

      @Override
      public List<WebModule> prepare(Store store) {
        new DemoLoader(new Seeds(store.database())).load(clock.instant());
        password.set(login(store));
        Insight insight = new SqlInsight(new SimulatorViews(store.database(), store.sealer()));
        return List.of(new SimulatorPage(simulation, insight)::mount);
      }
    };
  }
}
