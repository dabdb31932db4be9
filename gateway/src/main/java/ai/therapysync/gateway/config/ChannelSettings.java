package ai.therapysync.gateway.config;

import ai.therapysync.conversation.delivery.Routes;
import ai.therapysync.conversation.delivery.Routes.Route;
import ai.therapysync.conversation.delivery.Templates;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.Provider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ways to reach people; one without credentials is off.
 *
 * @param templates what WhatsApp has approved for people who have not written for a day
 * @param inbound what is done about what comes in, beside answering it
 * @param reconcileEvery how often Twilio's list of what came in is compared with ours; empty: never
 */
public record ChannelSettings(
    Optional<TwilioSettings> twilio,
    Optional<MetaSettings> meta,
    Optional<SmtpSettings> smtp,
    SendingRates rates,
    Templates templates,
    Optional<Duration> reconcileEvery,
    InboundSettings inbound) {

  /** Of two that carry WhatsApp, Twilio begins; answers leave by the one that was written to. */
  public Routes routes() {
    List<Route> routes = new ArrayList<>();
    twilio.ifPresent(settings -> {
      settings
          .smsFrom()
          .ifPresent(from -> routes.add(new Route(ChannelName.SMS, Provider.TWILIO, from)));
      settings
          .whatsappFrom()
          .ifPresent(from -> routes.add(new Route(ChannelName.WHATSAPP, Provider.TWILIO, from)));
    });
    meta.ifPresent(settings ->
        routes.add(new Route(ChannelName.WHATSAPP, Provider.META, settings.phoneNumberId())));
    smtp.ifPresent(
        settings -> routes.add(new Route(ChannelName.EMAIL, Provider.SMTP, settings.from())));
    return new Routes(routes);
  }
}
