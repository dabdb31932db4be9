package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.Channel;
import ai.therapysync.gateway.channel.Fate;
import ai.therapysync.gateway.channel.Intake;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.TwilioSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** SMS and WhatsApp by Twilio. */
public final class TwilioChannel implements Channel {
  static final String MESSAGE_PATH = "/webhooks/twilio";
  static final String STATUS_PATH = "/webhooks/twilio/status";

  private final TwilioSettings settings;
  private final InstantSource clock;
  private final TwilioSender sender;
  private final TwilioFinder finder;

  /** A channel whose calls take at most 9 s, 3 of them for a connection. */
  public TwilioChannel(TwilioSettings settings, InstantSource clock) {
    this(settings, clock, Duration.ofSeconds(3), Duration.ofSeconds(9));
  }

  TwilioChannel(
      TwilioSettings settings, InstantSource clock, Duration connectLimit, Duration limit) {
    this.settings = settings;
    this.clock = clock;
    TwilioApi api = new TwilioApi(settings, connectLimit, limit);
    this.sender = new TwilioSender(settings, clock, api);
    this.finder = new TwilioFinder(api, sender);
  }

  @Override
  public Provider provider() {
    return Provider.TWILIO;
  }

  @Override
  public Set<ChannelName> carries() {
    Set<ChannelName> carried = EnumSet.noneOf(ChannelName.class);
    settings.smsFrom().ifPresent(_ -> carried.add(ChannelName.SMS));
    settings.whatsappFrom().ifPresent(_ -> carried.add(ChannelName.WHATSAPP));
    return Set.copyOf(carried);
  }

  @Override
  public List<Webhook> open(Intake intake) {
    TwilioDoor door = new TwilioDoor(settings, clock, intake);
    return List.of(
        new Webhook("POST", MESSAGE_PATH, door::message),
        new Webhook("POST", STATUS_PATH, door::status));
  }

  @Override
  public SendOutcome send(OutboundMessage message) {
    return sender.send(message);
  }

  @Override
  public Fate ask(OutboundMessage message, Instant since, Predicate<String> known) {
    return finder.ask(message, since, known);
  }
}
