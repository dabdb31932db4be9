package ai.therapysync.gateway.simulator.twilio;

import ai.therapysync.conversation.delivery.Segments;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.network.Backbone;
import ai.therapysync.gateway.simulator.network.Line;
import ai.therapysync.gateway.simulator.network.Media;
import ai.therapysync.gateway.simulator.network.PhoneNetwork;
import ai.therapysync.gateway.simulator.network.SentText;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import ai.therapysync.gateway.simulator.network.SimulatedMessage.Content;
import ai.therapysync.gateway.simulator.network.Status;
import ai.therapysync.gateway.simulator.network.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What people type on their phones, on its way to the gateway's webhook. */
final class TwilioPhones {
  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "OPTOUT", "REVOKE");
  private static final Set<String> START = Set.of("START", "UNSTOP", "YES");

  private final Account account;
  private final Backbone backbone;
  private final PhoneNetwork network;
  private final TwilioWebhook webhook;

  TwilioPhones(Account account, Backbone backbone, TwilioWebhook webhook) {
    this.account = account;
    this.backbone = backbone;
    this.network = backbone.network();
    this.webhook = webhook;
  }

  SentText send(Typed typed) {
    Line line = new Line(typed.channel(), typed.from(), account.sender(typed.channel()));
    SimulatedMessage message =
        SimulatedMessage.fromPhone(
            TwilioJson.newSid(!typed.media().isEmpty()),
            line,
            Content.words(typed.body(), typed.media().stream().map(Media::url).toList()),
            backbone.clock().instant());
    network.add(message);
    if (typed.channel() == ChannelName.SMS) {
      optOutOrIn(line, typed.body());
    }
    Map<String, String> form = parameters(message, typed);
    return backbone.uplink().carry(message, () -> webhook.deliver(form));
  }

  /** The provider's own handling of STOP and START on SMS; the words still reach the webhook. */
  private void optOutOrIn(Line line, String body) {
    String word = body.strip().toUpperCase(Locale.ROOT);
    if (STOP.contains(word)) {
      network.optOut(line);
      fromProvider(
          line, "You are unsubscribed from this number. Reply START to hear from it again.");
    } else if (START.contains(word) && network.isOptedOut(line)) {
      network.optIn(line);
      fromProvider(line, "You will hear from this number again. Reply STOP to unsubscribe.");
    }
  }

  private void fromProvider(Line line, String body) {
    SimulatedMessage message =
        SimulatedMessage.toPhone(
            TwilioJson.newSid(false),
            line,
            Content.words(body, List.of()),
            SimulatedMessage.Request.none(),
            backbone.clock().instant());
    network.add(message);
    network.advance(message.sid(), Status.DELIVERED, OptionalInt.empty());
  }

  private Map<String, String> parameters(SimulatedMessage message, Typed typed) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("ToCountry", "US");
    form.put("SmsMessageSid", message.sid());
    form.put("NumMedia", Integer.toString(typed.media().size()));
    form.put("SmsSid", message.sid());
    form.put("SmsStatus", "received");
    form.put("Body", typed.body());
    form.put("To", message.to());
    form.put("NumSegments", Integer.toString(Segments.count(typed.body())));
    form.put("MessageSid", message.sid());
    form.put("AccountSid", account.sid());
    form.put("From", message.from());
    form.put("ApiVersion", TwilioJson.VERSION);
    for (int i = 0; i < typed.media().size(); i++) {
      form.put("MediaUrl" + i, typed.media().get(i).url());
      form.put("MediaContentType" + i, typed.media().get(i).contentType());
    }
    if (typed.channel() == ChannelName.WHATSAPP) {
      form.put("ProfileName", typed.profileName());
      form.put("WaId", typed.from().substring(1));
      form.put("MessageType", typed.media().isEmpty() ? "text" : "image");
    }
    return form;
  }
}
