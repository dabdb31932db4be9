package ai.therapysync.gateway.simulator.twilio;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.crisis.people.PhoneNumber;
import ai.therapysync.gateway.simulator.network.Line;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Optional;

/** A request to send a message, checked as Twilio checks it. */
record TwilioOrder(Line line, SimulatedMessage.Content content, SimulatedMessage.Request request) {
  private static final int LONGEST_BODY = 1_600;
  private static final int LONGEST_VALIDITY = 36_000;
  private static final String WHATSAPP = "whatsapp:";

  static TwilioOrder read(Context http, Account account) {
    String to = form(http, "To");
    if (to.isEmpty()) {
      throw new TwilioError(400, 21604, "A 'To' phone number is required");
    }
    ChannelName channel = to.startsWith(WHATSAPP) ? ChannelName.WHATSAPP : ChannelName.SMS;
    String phone = phone(to);
    Optional<String> service =
        Optional.of(form(http, "MessagingServiceSid")).filter(TwilioOrder::given);
    checkService(service, account);
    checkValidity(form(http, "ValidityPeriod"));
    Line line = new Line(channel, phone, sender(http, channel, service, account));
    Optional<URI> callback =
        Optional.of(form(http, "StatusCallback"))
            .filter(TwilioOrder::given)
            .map(TwilioOrder::callback);
    return new TwilioOrder(line, content(http), SimulatedMessage.Request.twilio(callback, service));
  }

  private static String phone(String to) {
    String number = to.startsWith(WHATSAPP) ? to.substring(WHATSAPP.length()) : to;
    return Optional.of(number)
        .filter(written -> written.startsWith("+"))
        .flatMap(written -> PhoneNumber.parse(written, "ZZ"))
        .map(PhoneNumber::e164)
        .orElseThrow(() -> new TwilioError(400, 21211, "The 'To' number is not a phone number"));
  }

  private static String sender(
      Context http, ChannelName channel, Optional<String> service, Account account) {
    String from = form(http, "From");
    String own = account.sender(channel);
    if (from.isEmpty() && service.isEmpty()) {
      throw new TwilioError(400, 21603, "A 'From' number or a messaging service is required");
    }
    boolean whatsapp = channel == ChannelName.WHATSAPP;
    if (!from.isEmpty() && !from.equals(whatsapp ? WHATSAPP + own : own)) {
      throw whatsapp
          ? new TwilioError(400, 63007, "No WhatsApp sender of this account has the 'From' address")
          : new TwilioError(400, 21606, "The 'From' number is no SMS sender of this account");
    }
    return own;
  }

  private static SimulatedMessage.Content content(Context http) {
    String template = form(http, "ContentSid");
    String variables = form(http, "ContentVariables");
    String body = template.isEmpty() ? form(http, "Body") : "[" + template + "] " + variables;
    SimulatedMessage.Content content =
        template.isEmpty()
            ? SimulatedMessage.Content.words(body.strip(), http.formParams("MediaUrl"))
            : SimulatedMessage.Content.template(body.strip());
    if (content.body().isEmpty() && content.media().isEmpty()) {
      throw new TwilioError(400, 21602, "A message body or media is required");
    }
    if (body.codePointCount(0, body.length()) > LONGEST_BODY) {
      throw new TwilioError(400, 21617, "The message body is longer than 1600 characters");
    }
    return content;
  }

  private static void checkService(Optional<String> service, Account account) {
    if (service.isPresent() && !service.get().equals(account.messagingServiceSid())) {
      throw new TwilioError(400, 21701, "This account has no such messaging service");
    }
  }

  private static void checkValidity(String period) {
    if (given(period)
        && !(period.matches("[0-9]{1,6}")
            && Integer.parseInt(period) >= 1
            && Integer.parseInt(period) <= LONGEST_VALIDITY)) {
      throw new TwilioError(400, 21626, "The validity period is not between 1 and 36000 seconds");
    }
  }

  private static URI callback(String written) {
    try {
      URI uri = URI.create(written);
      if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
          && uri.getHost() != null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // falls through to the same refusal as an address of another kind
    }
    throw new TwilioError(400, 21609, "The 'StatusCallback' is not a usable URL");
  }

  private static boolean given(String value) {
    return !value.isEmpty();
  }

  private static String form(Context http, String name) {
    String value = http.formParam(name);
    return value == null ? "" : value;
  }

  @Override
  public String toString() {
    return "TwilioOrder[" + line.channel() + "]";
  }
}
