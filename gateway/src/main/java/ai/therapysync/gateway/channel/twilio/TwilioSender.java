package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.delivery.SmsText;
import ai.therapysync.conversation.message.Address;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.conversation.message.TemplateText;
import ai.therapysync.gateway.channel.OneCall.LostException;
import ai.therapysync.gateway.channel.OneCall.NotSentException;
import ai.therapysync.gateway.channel.SendOutcome;
import ai.therapysync.gateway.channel.SendOutcome.Accepted;
import ai.therapysync.gateway.channel.SendOutcome.NotTaken;
import ai.therapysync.gateway.channel.SendOutcome.Reason;
import ai.therapysync.gateway.channel.SendOutcome.Rejected;
import ai.therapysync.gateway.channel.SendOutcome.Unknown;
import ai.therapysync.gateway.channel.StorableText;
import ai.therapysync.gateway.config.TwilioSettings;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Hands messages to Twilio, each by one request. */
final class TwilioSender {
  /** Characters in a message's body. */
  private static final int LONGEST = 1_600;

  /** Seconds after which an undelivered page or safe reply fails aloud instead of waiting. */
  private static final int CRISIS_VALIDITY = 120;

  private final TwilioSettings settings;
  private final InstantSource clock;
  private final TwilioApi api;

  TwilioSender(TwilioSettings settings, InstantSource clock, TwilioApi api) {
    this.settings = settings;
    this.clock = clock;
    this.api = api;
  }

  SendOutcome send(OutboundMessage message) {
    if (message.channel() == ChannelName.EMAIL || message.to() instanceof Address.OfMail) {
      return new Rejected(Reason.ADDRESS, "21211", "Twilio carries no mail");
    }
    String body = body(message);
    boolean fits = !body.isBlank() && body.codePointCount(0, body.length()) <= LONGEST;
    if (message.template().isEmpty() && !fits) {
      String why = "A message has 1 to " + LONGEST + " characters";
      return new Rejected(Reason.CONTENT, body.isBlank() ? "21602" : "21617", why);
    }
    if (from(message).isEmpty() && service(message).isEmpty()) {
      return new Rejected(
          Reason.ACCOUNT, "21603", "No sender is configured for " + message.channel().word());
    }
    return handOver(message);
  }

  /** The words as they are sent, and as the API lists them afterwards. */
  static String body(OutboundMessage message) {
    String storable = StorableText.of(message.numbered());
    return message.channel() == ChannelName.SMS ? SmsText.plain(storable) : storable;
  }

  /** The address as Twilio writes it. */
  static String to(OutboundMessage message) {
    return prefixed(message.channel(), message.to().value());
  }

  /** Our sender as Twilio writes it; empty when a messaging service chooses it. */
  Optional<String> from(OutboundMessage message) {
    if (service(message).isPresent()) {
      return Optional.empty();
    }
    boolean whatsapp = message.channel() == ChannelName.WHATSAPP;
    return message
        .sender()
        .or(() -> whatsapp ? settings.whatsappFrom() : settings.smsFrom())
        .map(sender -> prefixed(message.channel(), sender));
  }

  /** The messaging service that chooses the sender: of SMS that name none. */
  Optional<String> service(OutboundMessage message) {
    return message.channel() == ChannelName.SMS && message.sender().isEmpty()
        ? settings.messagingServiceSid()
        : Optional.empty();
  }

  private SendOutcome handOver(OutboundMessage message) {
    TwilioExchange exchange = api.exchange();
    try {
      Message created = creator(message).create(api.client(exchange));
      boolean redirected = exchange.status() >= 300;
      return redirected ? refused(exchange, Optional.empty()) : accepted(created);
    } catch (NotSentException e) {
      return new NotTaken("Twilio can't be reached: " + e.getMessage());
    } catch (LostException e) {
      return new Unknown("Twilio's answer is lost: " + e.getMessage());
    } catch (ApiException e) {
      return refused(exchange, Optional.ofNullable(e.getCode()));
    } catch (RuntimeException e) {
      return refused(exchange, Optional.empty());
    }
  }

  private SendOutcome refused(TwilioExchange exchange, Optional<Integer> code) {
    int status = exchange.status();
    if (status < 300) {
      return new Unknown("Twilio's answer can't be read (HTTP " + status + ")");
    }
    String shown = code.filter(c -> c > 0).map(c -> Integer.toString(c)).orElse("");
    return TwilioAnswers.refusal(status, shown, exchange.retryAfter(), clock.instant());
  }

  private static SendOutcome accepted(Message message) {
    String id = message.getSid();
    return id == null || id.isBlank()
        ? new Unknown("Twilio's answer names no message")
        : new Accepted(id, status(message));
  }

  /** The first status, which comes by no callback. */
  static DeliveryStatus status(Message message) {
    return Optional.ofNullable(message.getStatus())
        .flatMap(status -> TwilioStatuses.status(status.toString()))
        .orElse(DeliveryStatus.QUEUED);
  }

  private MessageCreator creator(OutboundMessage message) {
    PhoneNumber to = new PhoneNumber(to(message));
    MessageCreator creator =
        message
            .template()
            .map(template -> filled(to, message, template))
            .orElseGet(() -> words(to, message));
    if (message.crisis() && message.channel() == ChannelName.SMS) {
      creator.setValidityPeriod(CRISIS_VALIDITY);
    }
    return creator.setStatusCallback(callback(message));
  }

  private MessageCreator words(PhoneNumber to, OutboundMessage message) {
    String body = body(message);
    return service(message)
        .map(service -> new MessageCreator(to, service, body))
        .orElseGet(() -> new MessageCreator(to, new PhoneNumber(from(message).orElse("")), body));
  }

  /** A template has no body of ours: Twilio fills the values in. */
  private MessageCreator filled(PhoneNumber to, OutboundMessage message, TemplateText template) {
    List<URI> noMedia = List.of();
    MessageCreator creator =
        new MessageCreator(to, new PhoneNumber(from(message).orElse("")), noMedia)
            .setContentSid(template.name());
    if (template.values().isEmpty()) {
      return creator;
    }
    ObjectNode variables = JsonNodeFactory.instance.objectNode();
    for (String value : template.values()) {
      variables.put(Integer.toString(variables.size() + 1), value);
    }
    return creator.setContentVariables(variables.toString());
  }

  private String callback(OutboundMessage message) {
    String origin = settings.publicUrl().toString().replaceFirst("/+$", "");
    return origin + TwilioChannel.STATUS_PATH + "?" + TwilioStatuses.query(message.id());
  }

  private static String prefixed(ChannelName channel, String address) {
    return channel == ChannelName.WHATSAPP && !address.startsWith(TwilioParser.WHATSAPP)
        ? TwilioParser.WHATSAPP + address
        : address;
  }
}
