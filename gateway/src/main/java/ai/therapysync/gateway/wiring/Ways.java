package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.Channel;
import ai.therapysync.gateway.channel.GuardedChannel;
import ai.therapysync.gateway.channel.SendLimits;
import ai.therapysync.gateway.channel.SendLimits.PairRate;
import ai.therapysync.gateway.channel.email.EmailChannel;
import ai.therapysync.gateway.channel.meta.MetaChannel;
import ai.therapysync.gateway.channel.twilio.TwilioChannel;
import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.gateway.config.Configuration;
import ai.therapysync.gateway.config.SendingRates;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** The channels that have credentials, each behind its limits, and the routes that they make. */
record Ways(Map<Provider, Channel> channels, Routes routes, List<GuardedChannel> guards) {

  /** The providers to which this node gives a pause, since they fail. */
  Set<Provider> paused() {
    return guards.stream()
        .filter(GuardedChannel::isPaused)
        .map(GuardedChannel::provider)
        .collect(Collectors.toSet());
  }

  static Ways of(
      Configuration configuration,
      IntSupplier liveNodes,
      InstantSource clock,
      MeterRegistry meters) {
    ChannelSettings settings = configuration.channels();
    Routes routes = settings.routes();
    Map<ChannelName, String> senders = new EnumMap<>(ChannelName.class);
    routes.all().forEach(route -> senders.putIfAbsent(route.channel(), route.sender()));
    SendLimits limits =
        SendLimits.of(
                settings.rates().smsSegmentsPerSecond(),
                settings.rates().whatsappMessagesPerSecond(),
                senders)
            .sharedBy(liveNodes);
    List<Channel> open = new ArrayList<>();
    settings.twilio().ifPresent(twilio -> open.add(new TwilioChannel(twilio, clock)));
    settings.meta().ifPresent(meta -> open.add(new MetaChannel(meta, clock)));
    String idHost = configuration.http().publicUrl().getHost();
    settings.smtp().ifPresent(smtp -> open.add(new EmailChannel(smtp, idHost, clock)));
    List<GuardedChannel> guards =
        open.stream()
            .map(channel ->
                new GuardedChannel(channel, limits(limits, channel, settings), clock, meters))
            .toList();
    Map<Provider, Channel> channels = new EnumMap<>(Provider.class);
    guards.forEach(guard -> channels.put(guard.provider(), guard));
    return new Ways(channels, routes, guards);
  }

  /** Meta alone counts what one person gets. */
  private static SendLimits limits(SendLimits limits, Channel channel, ChannelSettings settings) {
    SendingRates rates = settings.rates();
    return channel.provider() == Provider.META
        ? limits.with(new PairRate(rates.metaPairBurst(), rates.metaPairEvery()))
        : limits;
  }
}
