package ai.therapysync.gateway.console.channels;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.console.page.Answer;
import ai.therapysync.gateway.console.page.ConsolePage;
import ai.therapysync.gateway.console.page.Form;
import ai.therapysync.gateway.console.page.Section;
import ai.therapysync.gateway.console.page.Visit;
import ai.therapysync.persistence.access.Acting;
import ai.therapysync.persistence.access.Callers;
import ai.therapysync.persistence.access.Permission;
import ai.therapysync.persistence.crisis.WatchBook.Sighting;
import ai.therapysync.persistence.views.ChannelTraffic;
import ai.therapysync.persistence.views.HelperTraffic;
import ai.therapysync.persistence.views.Switches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each way in and out: whether it is on, how it does, what to do, and a way to try it. */
public final class ChannelsPage implements ConsolePage {
  private final Callers callers;
  private final ChannelHealth health;
  private final TestMessages tests;
  private final InstantSource clock;

  /** With what it reads, and what it tries channels with. */
  public ChannelsPage(
      Callers callers, ChannelHealth health, TestMessages tests, InstantSource clock) {
    this.callers = callers;
    this.health = health;
    this.tests = tests;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param open channels that can be tried
   * @param off what is switched off, by its word
   */
  public record Model(
      List<Card> cards,
      List<TestMessages.Sent> tests,
      Form form,
      Map<String, String> open,
      Map<String, Instant> off) {
    public Model {
      cards = List.copyOf(cards);
      tests = List.copyOf(tests);
      off = Map.copyOf(off);
    }

    /** The switch of a channel that is configured: the part, and whether it is on. */
    public Optional<Switch> switchOf(Card card) {
      return card.kind()
          .channel()
          .filter(channel -> open.containsKey(channel.word()))
          .map(channel ->
              new Switch(channel.word(), label(channel), !off.containsKey(channel.word())));
    }

    /** A channel is switched as a whole, whoever carries it. */
    private static String label(ChannelName channel) {
      return switch (channel) {
        case SMS -> "SMS";
        case WHATSAPP -> "WhatsApp";
        case EMAIL -> "E-mail";
      };
    }
  }

  /** A switch as it stands. */
  public record Switch(String part, String label, boolean on) {
    /** What is lost by switching it off. */
    public String question() {
      return "Switch "
          + label
          + " off for everybody? Nothing goes out by it from now on, no page either; what comes in"
          + " is still read, and answered by what is left.";
    }
  }

  @Override
  public Section section() {
    return Section.CHANNELS;
  }

  @Override
  public void mount(Routes routes) {
    routes.get(Section.CHANNELS.path(), visit -> show(visit, Form.empty()));
    routes.post(Section.CHANNELS.path() + "/test", Permission.RUN_THE_HOUSE, this::test);
    routes.post(Section.CHANNELS.path() + "/switch", Permission.RUN_THE_HOUSE, this::turn);
  }

  /** The gateway looks at itself with its own rights, before it acts with the visitor's. */
  private Answer.Page show(Visit visit, Form form) {
    Known known =
        new Known(
            health.sighting(), health.switchedOff(), health.webhookFailing(), clock.instant());
    Model model =
        callers.acting(
            visit.caller(),
            visit.origin(),
            acting ->
                new Model(
                    health.setups().stream().map(setup -> card(acting, setup, known)).toList(),
                    tests.latest(acting),
                    form,
                    open(),
                    known.off()));
    return Answer.page(Section.CHANNELS, "Channels", "channels/page", Map.of("model", model))
        .part("channels/body")
        .status(form.isValid() ? 200 : 422);
  }

  /** What the gateway knows of itself. */
  private record Known(
      Sighting sighting, Map<String, Instant> off, Optional<String> webhookFailing, Instant now) {
    Optional<Instant> offSince(ChannelName channel, Setup.Kind kind) {
      return Optional.ofNullable(off.get(channel.word()))
          .or(() -> Optional.ofNullable(off.get(kind.provider().word())));
    }

    boolean isUp(Setup.Kind kind) {
      return sighting.providers().getOrDefault(kind.provider(), true);
    }
  }

  private Card card(Acting acting, Setup setup, Known known) {
    if (!setup.isOn()) {
      return HelperCards.off(setup);
    }
    return switch (setup.kind()) {
      case SMS, WHATSAPP, EMAIL, META -> {
        ChannelName channel = setup.kind().channel().orElseThrow();
        yield ChannelCards.of(
            setup,
            ChannelTraffic.of(acting, carrier(setup.kind()), known.now()),
            new ChannelCards.Standing(
                known.isUp(setup.kind()), known.offSince(channel, setup.kind())),
            health.trouble(setup.kind()),
            known.now());
      }
      case MODEL -> HelperCards.model(setup, HelperTraffic.model(acting, known.now()));
      case OPERATOR_WEBHOOK ->
          HelperCards.webhook(
              setup, HelperTraffic.webhook(acting, known.now()), known.webhookFailing());
    };
  }

  /** Of two that carry a channel, the first is the one by which a conversation begins. */
  private ChannelTraffic.Carrier carrier(Setup.Kind kind) {
    boolean begins =
        health.setups().stream()
            .filter(setup -> setup.isOn() && setup.kind().channel().equals(kind.channel()))
            .findFirst()
            .filter(first -> first.kind() == kind)
            .isPresent();
    return new ChannelTraffic.Carrier(kind.channel().orElseThrow(), kind.provider(), begins);
  }

  private Map<String, String> open() {
    Map<String, String> open = new LinkedHashMap<>();
    health.setups().stream()
        .filter(Setup::isOn)
        .forEach(setup ->
            setup
                .kind()
                .channel()
                .ifPresent(_ -> open.put(setup.kind().word(), setup.kind().label())));
    return open;
  }

  /** Whoever comes second finds it done. */
  private Answer turn(Visit visit) {
    String part = visit.form().value("part");
    boolean on = visit.form().checked("on");
    if (!open().containsKey(part)) {
      return Answer.missing();
    }
    boolean changed =
        callers.acting(
            visit.caller(), visit.origin(), acting -> Switches.turn(acting, part, on, clock));
    String label = open().get(part);
    String state = on ? "on" : "off";
    return Answer.redirect(Section.CHANNELS.path())
        .saying(
            changed
                ? label + " is switched " + state + " for everybody."
                : label + " was " + state + " already.");
  }

  private Answer test(Visit visit) {
    Form form = visit.form();
    Optional<TestMessages.Wanted> wanted = TestMessages.read(form, open().keySet());
    if (wanted.isPresent()) {
      callers.acting(
          visit.caller(), visit.origin(), acting -> tests.send(acting, wanted.get(), form));
    }
    if (!form.isValid()) {
      return show(visit, form);
    }
    tests.go();
    return Answer.redirect(Section.CHANNELS.path())
        .saying("A test message is on its way. What becomes of it shows here.");
  }
}
