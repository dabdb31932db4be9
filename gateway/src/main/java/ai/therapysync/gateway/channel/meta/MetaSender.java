package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.gateway.channel.OneCall;
import ai.therapysync.gateway.channel.OneCall.LostException;
import ai.therapysync.gateway.channel.OneCall.NotSentException;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Reason;
import ai.therapysync.gateway.channel.SendOutcome.Rejected;
import ai.therapysync.gateway.channel.SendOutcome.Unknown;
import ai.therapysync.gateway.channel.StorableText;
import ai.therapysync.gateway.config.MetaSettings;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.InstantSource;

/** Hands messages to Meta, each by one request. */
final class MetaSender {
  /** Characters in a message's body. */
  private static final int LONGEST = 4_096;

  private final MetaSettings settings;
  private final InstantSource clock;
  private final Duration limit;
  private final HttpClient http;

  MetaSender(MetaSettings settings, InstantSource clock, Duration connectLimit, Duration limit) {
    this.settings = settings;
    this.clock = clock;
    this.limit = limit;
    this.http =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(connectLimit)
            .followRedirects(Redirect.NEVER)
            .build();
  }

  SendOutcome send(OutboundMessage message) {
    if (message.channel() != ChannelName.WHATSAPP || message.to().value().isBlank()) {
      return new Rejected(Reason.ADDRESS, "131026", "Meta carries WhatsApp alone");
    }
    String sender = message.sender().orElse(settings.phoneNumberId());
    if (!sender.matches("[0-9]+")) {
      return new Rejected(Reason.ACCOUNT, "33", "The sender is none of Meta's");
    }
    String text = StorableText.of(message.numbered());
    boolean fits = !text.isBlank() && text.codePointCount(0, text.length()) <= LONGEST;
    if (message.template().isEmpty() && !fits) {
      return new Rejected(
          Reason.CONTENT, "131009", "A message has 1 to " + LONGEST + " characters");
    }
    return handOver(request(sender, body(message, text)));
  }

  private SendOutcome handOver(HttpRequest request) {
    try {
      return MetaAnswers.read(OneCall.make(http, request, limit), clock.instant());
    } catch (NotSentException e) {
      return new NotTaken("Meta can't be reached: " + e.getMessage());
    } catch (LostException e) {
      return new Unknown("Meta's answer is lost: " + e.getMessage());
    }
  }

  private HttpRequest request(String sender, ObjectNode body) {
    String base = settings.apiBase().toString().replaceFirst("/+$", "");
    return HttpRequest.newBuilder(
            URI.create(base + "/" + settings.apiVersion() + "/" + sender + "/messages"))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + settings.accessToken().reveal())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()))
        .build();
  }

  private static ObjectNode body(OutboundMessage message, String text) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("messaging_product", "whatsapp").put("recipient_type", "individual");
    to(body, message.to());
    message
        .template()
        .ifPresentOrElse(
            template -> MetaTemplate.write(body, template), () -> words(body, message, text));
    return body.put(MetaStatuses.OUR_ID, message.id().toString());
  }

  /** A question whose answers can be tapped; else the text, in which they are numbered. */
  private static void words(ObjectNode body, OutboundMessage message, String numbered) {
    message
        .offer()
        .flatMap(offer -> MetaInteractive.of(StorableText.of(message.text()), offer))
        .ifPresentOrElse(
            question -> body.put("type", "interactive").set("interactive", question),
            () ->
                body.put("type", "text")
                    .putObject("text")
                    .put("preview_url", false)
                    .put("body", numbered));
  }

  /** Whoever hides their number is addressed by their id, which is no number to write to. */
  private static void to(ObjectNode body, Address address) {
    String value = address.value();
    if (value.matches("\\+?[0-9]+")) {
      body.put("to", value.replace("+", ""));
    } else {
      body.put("recipient", value);
    }
  }
}
