package ai.therapysync.gateway.simulator.network;

import static ai.therapysync.gateway.simulator.network.Fault.Direction.ANSWERS;
import static ai.therapysync.gateway.simulator.network.Fault.Direction.FATES;
import static ai.therapysync.gateway.simulator.network.Fault.Direction.STATUSES;
import static ai.therapysync.gateway.simulator.network.Fault.Direction.WEBHOOKS;

import ai.therapysync.conversation.message.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong with a message, by the code that each provider has for it. */
public enum Fault {
  /** What a phone sends arrives at the gateway twice. */
  DUPLICATE_WEBHOOK(WEBHOOKS),
  /** What a phone sends arrives {@link Pace#late()} later. */
  LATE_WEBHOOK(WEBHOOKS),
  /** What a phone sends arrives after the next thing that it sends. */
  OVERTAKEN_WEBHOOK(WEBHOOKS),
  /** What a phone sends is in the provider's list, but its webhook is never called. */
  LOST_WEBHOOK(WEBHOOKS),
  /** What a phone sends comes without its number, under a user id instead. */
  NO_NUMBER(WEBHOOKS, Provider.META),

  /** Not a usable number: Twilio's 21211, Meta's 131026. */
  REFUSED(ANSWERS),
  /** The holder has unsubscribed: 21610. */
  OPTED_OUT(ANSWERS, Provider.TWILIO),
  /** Too many requests: 429, with Twilio's 20429 or Meta's 130429. */
  THROTTLED(ANSWERS),
  /** Too many messages to this one person: 131056. */
  CROWDED(ANSWERS, Provider.META),
  /** 500; nothing was taken. */
  BROKEN(ANSWERS),
  /** Taken and delivered, but answered with 500. */
  LOST_ANSWER(ANSWERS),
  /** Taken and delivered, but the connection breaks before the answer. */
  CUT_OFF(ANSWERS),
  /** Taken, but the answer comes late; see {@link Pace#slowAnswer()}. */
  SLOW(ANSWERS),

  /** Accepted, sent, then undelivered: 30003, 131026. */
  UNREACHABLE(FATES),
  /** Outside the 24-hour window, whatever was said when: 63016, 131047. */
  WINDOW_CLOSED(FATES),
  /** Accepted, then failed for too many messages: 63018, 130429. */
  THROTTLED_LATER(FATES),
  /** Sent, and then no receipt, ever. */
  SILENT(FATES),

  /** The first status comes before the answer to the sending. */
  EARLY_STATUS(STATUSES),
  /** A status comes twice. */
  DUPLICATE_STATUS(STATUSES),
  /** A status comes {@link Pace#late()} later. */
  LATE_STATUS(STATUSES),
  /** A status comes after the next one of its message. */
  OVERTAKEN_STATUS(STATUSES);

  private final Direction direction;
  private final Optional<Provider> only;

  Fault(Direction direction) {
    this.direction = direction;
    this.only = Optional.empty();
  }

  Fault(Direction direction, Provider only) {
    this.direction = direction;
    this.only = Optional.of(only);
  }

  /** What it befalls. */
  public enum Direction {
    /** What phones send, on its way to the gateway. */
    WEBHOOKS,
    /** The provider's answer to what the gateway hands over. */
    ANSWERS,
    /** What becomes of a message that was accepted. */
    FATES,
    /** What the gateway is told of that. */
    STATUSES;

    /** The word used on the page. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What it befalls. */
  public Direction direction() {
    return direction;
  }

  /** Where it can happen. */
  public List<Provider> providers() {
    return only.map(List::of).orElseGet(() -> List.of(Provider.TWILIO, Provider.META));
  }

  /** The word used on the page: {@code lost_answer}, … */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
