package ai.therapysync.gateway.console.channels;

import ai.therapysync.persistence.views.HelperTraffic.Model;
import ai.therapysync.persistence.views.HelperTraffic.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How those do that carry no messages of people: the model, the operators' webhook; what is off.
 */
final class HelperCards {
  private HelperCards() {}

  /** Something that is switched off, and by which variables it would be on. */
  static Card off(Setup setup) {
    return new Card(
        setup.kind(),
        "",
        "off",
        Advice.whenOff(setup.kind()),
        facts(setup),
        List.of(),
        List.of("To switch it on set " + String.join(", ", setup.missing()) + ", and restart."),
        setup.webhook());
  }

  /** Credentials that nothing uses yet. */
  static Card model(Setup setup, Model model) {
    boolean silent =
        model
            .stoodInAt()
            .filter(at -> model.writtenAt().filter(last -> last.isAfter(at)).isEmpty())
            .isPresent();
    List<Card.Line> lines = new ArrayList<>(facts(setup));
    lines.add(Card.Line.of("Last answer of its own", model.writtenAt(), "none in 24 hours"));
    model
        .stoodInAt()
        .ifPresent(at -> lines.add(Card.Line.of("Last time without it", Optional.of(at), "")));
    model.why().ifPresent(why -> lines.add(Card.Line.of("Why", why)));
    lines.add(
        Card.Line.of(
            "Newest answers",
            "%,d asked of it, the companion stood in for %,d"
                .formatted(model.asked(), model.stoodIn())));
    return new Card(
        setup.kind(),
        silent ? "warn" : "ok",
        silent ? "companion stands in" : model.asked() == 0 ? "ready" : "up",
        silent
            ? "The last answer was the companion's, since the model had none that could be sent."
            : model.asked() == 0 ? "It has not been asked in 24 hours." : "It answers.",
        lines,
        List.of(),
        silent ? Advice.whenRed(setup.kind()) : List.of(),
        Optional.empty());
  }

  /**
   * The operators' webhook.
   *
   * @param failing what the gateway's health says of it; empty where it does well
   */
  static Card webhook(Setup setup, Webhook webhook, Optional<String> failing) {
    List<Card.Line> lines = new ArrayList<>(facts(setup));
    lines.add(Card.Line.of("Last alert taken", webhook.sentAt(), "none in two days"));
    lines.add(Card.Line.of("Alerts that wait", "%,d".formatted(webhook.waiting())));
    webhook
        .oldest()
        .ifPresent(at -> lines.add(Card.Line.of("The oldest of them", Optional.of(at), "")));
    lines.add(Card.Line.of("Given up in two days", "%,d".formatted(webhook.givenUp())));
    return new Card(
        setup.kind(),
        failing.isPresent() ? "danger" : "ok",
        failing.isPresent()
            ? "does not take alerts"
            : webhook.sentAt().isPresent() ? "up" : "ready",
        failing.orElse("It takes alerts, or there were none."),
        lines,
        List.of(),
        failing.isPresent() ? Advice.whenRed(setup.kind()) : List.of(),
        Optional.empty());
  }

  private static List<Card.Line> facts(Setup setup) {
    return setup.facts().stream().map(fact -> Card.Line.of(fact.label(), fact.words())).toList();
  }
}
