package ai.therapysync.gateway.console.channels;

import ai.therapysync.gateway.console.page.When;
import ai.therapysync.persistence.views.ChannelTraffic.Failure;
import ai.therapysync.persistence.views.ChannelTraffic.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a channel that carries messages does. */
final class ChannelCards {
  private static final Duration TOO_OLD = Duration.ofMinutes(5);

  /** From so many on a share says something. */
  private static final long MANY = 10;

  private ChannelCards() {}

  /**
   * How a channel stands.
   *
   * @param up what the watch sees of its provider
   * @param off since when operators have switched it off
   */
  record Standing(boolean up, Optional<Instant> off) {}

  /** A channel that has credentials. */
  static Card of(
      Setup setup,
      Traffic traffic,
      Standing standing,
      Optional<ChannelHealth.Trouble> trouble,
      Instant now) {
    return standing.off().isPresent()
        ? switchedOff(setup, traffic, standing.off().get(), now)
        : on(setup, traffic, standing.up(), trouble, now);
  }

  /** Loud: somebody must know that it is meant to be so. */
  private static Card switchedOff(Setup setup, Traffic traffic, Instant since, Instant now) {
    List<Card.Line> lines = new ArrayList<>();
    lines.add(Card.Line.of("Switched off", Optional.of(since), ""));
    lines.addAll(lines(setup, traffic, Optional.empty(), now));
    return new Card(
        setup.kind(),
        "danger",
        "switched off",
        "Nothing goes out by it, not even in danger. What comes in is read, and answered by what is"
            + " left.",
        lines,
        List.of(),
        List.of("When it is meant to work again, switch it on."),
        setup.webhook());
  }

  private static Card on(
      Setup setup,
      Traffic traffic,
      boolean up,
      Optional<ChannelHealth.Trouble> trouble,
      Instant now) {
    boolean late = traffic.oldest().filter(at -> at.plus(TOO_OLD).isBefore(now)).isPresent();
    boolean failing = traffic.failed() >= MANY && traffic.failed() * 4 > traffic.taken();
    return new Card(
        setup.kind(),
        up ? late || failing ? "warn" : "ok" : "danger",
        state(traffic, up, late, failing),
        words(traffic, up, late, failing),
        lines(setup, traffic, trouble, now),
        traffic.codes().stream().map(ChannelCards::failing).toList(),
        advice(setup, up && !late, failing),
        setup.webhook());
  }

  private static String state(Traffic traffic, boolean up, boolean late, boolean failing) {
    if (!up) {
      return "down";
    }
    return late
        ? "slow"
        : failing ? "many fail" : traffic.lastAccepted().isPresent() ? "up" : "ready";
  }

  private static List<String> advice(Setup setup, boolean well, boolean failing) {
    if (!well) {
      return Advice.whenRed(setup.kind());
    }
    return failing ? Advice.whenManyFail() : List.of();
  }

  private static String words(Traffic traffic, boolean up, boolean late, boolean failing) {
    if (!up) {
      return "The provider takes no messages. Pages go by the other ways meanwhile, and what waits"
          + " is tried until it is taken.";
    }
    if (late) {
      return "It takes messages, but some have been waiting for more than five minutes.";
    }
    if (failing) {
      return "It takes messages, but of the last 24 hours' attempts many have failed.";
    }
    return traffic.lastAccepted().isPresent() ? "It takes messages." : "Nothing has been sent yet.";
  }

  private static List<Card.Line> lines(
      Setup setup, Traffic traffic, Optional<ChannelHealth.Trouble> trouble, Instant now) {
    List<Card.Line> lines = new ArrayList<>();
    setup.facts().forEach(fact -> lines.add(Card.Line.of(fact.label(), fact.words())));
    lines.add(Card.Line.of("Waiting to go out", waiting(traffic, now)));
    lines.add(Card.Line.of("Last one taken", traffic.lastAccepted(), "none yet"));
    if (setup.kind() != Setup.Kind.EMAIL) {
      lines.add(Card.Line.of("Last one received", traffic.lastInbound(), "none yet"));
    }
    traffic
        .alarmed()
        .ifPresent(at -> lines.add(Card.Line.of("Last found down", Optional.of(at), "")));
    trouble.ifPresent(one -> {
      lines.add(Card.Line.of("Last without an answer", Optional.of(one.at()), ""));
      lines.add(Card.Line.of("Why", one.why()));
    });
    traffic
        .lastFailure()
        .ifPresent(failure -> {
          lines.add(Card.Line.of("Last failure", Optional.of(failure.last()), ""));
          // What failed lately stands in a list of its own.
          if (traffic.codes().isEmpty()) {
            lines.add(Card.Line.of("What it was", ErrorWords.of(failure.code())));
          }
        });
    lines.add(Card.Line.of("Last 24 hours", day(setup, traffic)));
    return lines;
  }

  private static String waiting(Traffic traffic, Instant now) {
    return traffic
        .oldest()
        .map(at ->
            "%,d, the oldest for %s"
                .formatted(traffic.waiting(), When.span(Duration.between(at, now))))
        .orElse("nothing");
  }

  private static String day(Setup setup, Traffic traffic) {
    String counts = "%,d taken, %,d failed".formatted(traffic.taken(), traffic.failed());
    if (setup.kind() == Setup.Kind.EMAIL) {
      return counts + "; mail servers give no receipts";
    }
    String arrived = "%,d delivered".formatted(traffic.arrived());
    return traffic.taken() == 0
        ? counts
        : "%s, %s (%d %%)"
            .formatted(counts, arrived, Math.round(100.0 * traffic.arrived() / traffic.taken()));
  }

  private static Card.Failing failing(Failure failure) {
    return new Card.Failing(
        failure.code(),
        failure.times(),
        ErrorWords.of(failure.code()),
        ErrorWords.page(failure.code()));
  }
}
