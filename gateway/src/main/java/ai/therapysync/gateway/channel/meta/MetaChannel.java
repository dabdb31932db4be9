package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.Channel;
import ai.therapysync.gateway.channel.Fate;
import ai.therapysync.gateway.channel.Intake;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.MetaSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** WhatsApp by Meta's Cloud API. */
public final class MetaChannel implements Channel {
  static final String PATH = "/webhooks/meta";

  private final MetaSettings settings;
  private final InstantSource clock;
  private final MetaSender sender;

  /** A channel whose calls take at most 9 s, 3 of them for a connection. */
  public MetaChannel(MetaSettings settings, InstantSource clock) {
    this(settings, clock, Duration.ofSeconds(3), Duration.ofSeconds(9));
  }

  MetaChannel(MetaSettings settings, InstantSource clock, Duration connectLimit, Duration limit) {
    this.settings = settings;
    this.clock = clock;
    this.sender = new MetaSender(settings, clock, connectLimit, limit);
  }

  @Override
  public Provider provider() {
    return Provider.META;
  }

  @Override
  public Set<ChannelName> carries() {
    return Set.of(ChannelName.WHATSAPP);
  }

  @Override
  public List<Webhook> open(Intake intake) {
    MetaHandshake handshake = new MetaHandshake(settings);
    MetaDoor door = new MetaDoor(settings, clock, intake);
    return List.of(
        new Webhook("GET", PATH, handshake::answer), new Webhook("POST", PATH, door::take));
  }

  @Override
  public SendOutcome send(OutboundMessage message) {
    return sender.send(message);
  }

  /** Meta has no list of what it was handed; only its statuses tell, which carry our id. */
  @Override
  public Fate ask(OutboundMessage message, Instant since, Predicate<String> known) {
    return new Fate.CannotAsk();
  }
}
