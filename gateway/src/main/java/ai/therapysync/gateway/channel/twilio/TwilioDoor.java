package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.delivery.StatusReport;
import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.gateway.channel.Intake;
import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.TwilioSettings;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Twilio's two webhooks. A body that is no form at all, or can't be decoded, is answered 400 before
 * the signature is looked at, because without parameters there is nothing that a signature could be
 * over; every readable form with a wrong or missing signature is answered 403; a genuine form
 * without a message's id or sender is 400. Only then is anything handed to the intake.
 */
final class TwilioDoor {
  private static final Webhook.Response DONE =
      new Webhook.Response(
          200, "text/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>");

  private final TwilioSignature signature;
  private final TwilioParser parser;
  private final InstantSource clock;
  private final Intake intake;

  TwilioDoor(TwilioSettings settings, InstantSource clock, Intake intake) {
    this.signature = new TwilioSignature(settings);
    this.parser = new TwilioParser(settings);
    this.clock = clock;
    this.intake = intake;
  }

  Webhook.Response message(Webhook.Request request) {
    return genuine(request, form -> isStatus(form) ? report(request, form) : receive(form));
  }

  Webhook.Response status(Webhook.Request request) {
    return genuine(request, form -> report(request, form));
  }

  private Webhook.Response genuine(
      Webhook.Request request, Function<TwilioForm, Webhook.Response> handler) {
    Optional<TwilioForm> form = TwilioForm.read(request);
    if (form.isEmpty()) {
      return refuse(400, "The body is not a form.");
    }
    if (!signature.isGenuine(request, form.get())) {
      return refuse(403, "The signature is missing or wrong.");
    }
    return handler.apply(form.get());
  }

  private Webhook.Response receive(TwilioForm form) {
    Optional<InboundMessage> message = parser.parse(form, clock.instant());
    message.ifPresent(intake::receive);
    return message.isPresent() ? DONE : refuse(400, "A message has a MessageSid and a From.");
  }

  private Webhook.Response report(Webhook.Request request, TwilioForm form) {
    Optional<StatusReport> report = TwilioStatuses.parse(form, request.query(), clock.instant());
    report.ifPresent(intake::report);
    return report.isPresent() ? DONE : refuse(400, "A status has a MessageSid.");
  }

  /**
   * A status that was sent to the wrong one of the two addresses: taken for a message, our own
   * words would be read as if a person had written them.
   */
  private static boolean isStatus(TwilioForm form) {
    return TwilioStatuses.status(form.text("MessageStatus").strip()).isPresent();
  }

  private static Webhook.Response refuse(int status, String why) {
    return new Webhook.Response(status, "text/plain", why);
  }
}
