package ai.therapysync.gateway.wiring;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.Channel;
import ai.therapysync.gateway.channel.GuardedChannel;
import ai.therapysync.gateway.channel.SendLimits;
import ai.therapysync.gateway.channel.email.EmailChannel;
import ai.therapysync.gateway.channel.twilio.TwilioChannel;
import ai.therapysync.gateway.config.ChannelSettings;
import ai.therapysync.gateway.config.Configuration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntSupplier;

/** The channels that have credentials, each behind its limits, and the routes that they make. */
record Ways(Map<Provider, Channel> channels, Routes routes) {

  static Ways of(
      Configuration configuration,
      IntSupplier liveNodes,
      InstantSource clock,
      MeterRegistry meters) {
    ChannelSettings settings = configuration.channels();
    Map<ChannelName, Routes.Route> routes = routes(settings);
    Map<ChannelName, String> senders = new EnumMap<>(ChannelName.class);
    routes.forEach((name, route) -> senders.put(name, route.sender()));
    SendLimits limits =
        SendLimits.of(
                settings.rates().smsSegmentsPerSecond(),
                settings.rates().whatsappMessagesPerSecond(),
                senders)
            .sharedBy(liveNodes);
    Map<Provider, Channel> channels = new EnumMap<>(Provider.class);
    settings
        .twilio()
        .ifPresent(twilio ->
            channels.put(
                Provider.TWILIO,
                new GuardedChannel(new TwilioChannel(twilio, clock), limits, clock, meters)));
    String idHost = configuration.http().publicUrl().getHost();
    settings
        .smtp()
        .ifPresent(smtp ->
            channels.put(
                Provider.SMTP,
                new GuardedChannel(new EmailChannel(smtp, idHost, clock), limits, clock, meters)));
    return new Ways(channels, new Routes(routes));
  }

  private static Map<ChannelName, Routes.Route> routes(ChannelSettings settings) {
    Map<ChannelName, Routes.Route> routes = new EnumMap<>(ChannelName.class);
    settings
        .twilio()
        .ifPresent(twilio -> {
          twilio
              .smsFrom()
              .ifPresent(
                  from -> routes.put(ChannelName.SMS, new Routes.Route(Provider.TWILIO, from)));
          twilio
              .whatsappFrom()
              .ifPresent(from ->
                  routes.put(ChannelName.WHATSAPP, new Routes.Route(Provider.TWILIO, from)));
        });
    settings
        .smtp()
        .ifPresent(
            smtp -> routes.put(ChannelName.EMAIL, new Routes.Route(Provider.SMTP, smtp.from())));
    return routes;
  }
}
