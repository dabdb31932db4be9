package ai.therapysync.gateway.simulator.network;

import ai.therapysync.conversation.delivery.Segments;
import ai.therapysync.conversation.message.ChannelName;
import java.net.URI;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What people type on their phones, on its way to the gateway's webhook. */
final class Texts {
  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "OPTOUT", "REVOKE");
  private static final Set<String> START = Set.of("START", "UNSTOP", "YES");

  private final Account account;
  private final PhoneNetwork network;
  private final Postman postman;
  private final InstantSource clock;
  private final Supplier<URI> webhook;

  Texts(
      Account account,
      PhoneNetwork network,
      Postman postman,
      InstantSource clock,
      Supplier<URI> webhook) {
    this.account = account;
    this.network = network;
    this.postman = postman;
    this.clock = clock;
    this.webhook = webhook;
  }

  SentText send(Typed typed) {
    URI url = webhook.get();
    Line line = new Line(typed.channel(), typed.from(), account.sender(typed.channel()));
    SimulatedMessage message = message(line, true, typed.body(), typed.media());
    network.add(message);
    if (typed.channel() == ChannelName.SMS) {
      optOutOrIn(line, typed.body());
    }
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    Thread.ofVirtual().start(() -> deliver(message, url, parameters(message, typed), answer));
    return new SentText(message.sid(), answer);
  }

  private void deliver(
      SimulatedMessage message,
      URI url,
      Map<String, String> form,
      CompletableFuture<Integer> answer) {
    try {
      int code = postman.post(url, form);
      if (network.fault(message.line().phone()) == Fault.DUPLICATE_WEBHOOK) {
        code = postman.post(url, form);
      }
      network.answered(message.sid(), code);
      answer.complete(code);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.complete(Postman.NO_ANSWER);
    }
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
    SimulatedMessage message = message(line, false, body, List.of());
    network.add(message);
    network.advance(message.sid(), Status.DELIVERED, OptionalInt.empty());
  }

  private SimulatedMessage message(Line line, boolean fromPhone, String body, List<Media> media) {
    return new SimulatedMessage(
        (media.isEmpty() ? "SM" : "MM") + Account.hex(),
        line,
        fromPhone,
        new SimulatedMessage.Content(body, media.stream().map(Media::url).toList(), false),
        SimulatedMessage.Trail.begin(fromPhone ? Status.RECEIVED : Status.SENT, clock.instant()),
        SimulatedMessage.Request.none());
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
