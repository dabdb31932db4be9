package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.delivery.DeliveryStatus;
import ai.therapysync.conversation.message.OutboundMessage;
import ai.therapysync.gateway.channel.Fate;
import ai.therapysync.gateway.channel.OneCall.LostException;
import ai.therapysync.gateway.channel.OneCall.NotSentException;
import com.twilio.base.Page;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds a message whose answer was lost among those that Twilio has for its number. The list is not
 * narrowed by {@code DateSent}: a message that still waits in the queue has none, and would be sent
 * twice; the newest come first, so the first page is nearly always enough. What a template says
 * stands at Twilio alone: of one, any message is taken that we know nothing of.
 */
final class TwilioFinder {
  private static final long PAGE = 100;

  /** Twilio's times are whole seconds, and its clock is not ours. */
  private static final Duration CLOCKS = Duration.ofSeconds(2);

  /** What a trial account puts before every text. */
  private static final String TRIAL = "Sent from your Twilio trial account - ";

  private final TwilioApi api;
  private final TwilioSender sender;

  TwilioFinder(TwilioApi api, TwilioSender sender) {
    this.api = api;
    this.sender = sender;
  }

  Fate ask(OutboundMessage message, Instant since, Predicate<String> known) {
    Instant earliest = since.minus(CLOCKS);
    try {
      return find(
              TwilioSender.to(message),
              found -> isSame(found, message, earliest) && !known.test(found.getSid()),
              earliest)
          .map(TwilioFinder::fate)
          .orElseGet(Fate.NotTaken::new);
    } catch (NotSentException | LostException e) {
      return new Fate.NoAnswer("Twilio did not list its messages: " + e.getMessage());
    } catch (RuntimeException e) {
      return new Fate.NoAnswer(
          "Twilio's list of messages can't be read: " + e.getClass().getSimpleName());
    }
  }

  /** The list says why a message has failed, as its callback does, which may be late or lost. */
  private static Fate fate(Message found) {
    DeliveryStatus status = TwilioSender.status(found);
    if (status != DeliveryStatus.FAILED) {
      return new Fate.Taken(found.getSid(), status);
    }
    Optional<String> code = Optional.ofNullable(found.getErrorCode()).map(Object::toString);
    return new Fate.Failed(
        found.getSid(),
        code,
        code.filter(TwilioCodes::isThrottled).isPresent(),
        code.filter(TwilioCodes::isPermanent).isPresent());
  }

  private Optional<Message> find(String to, Predicate<Message> wanted, Instant earliest) {
    TwilioRestClient client = api.client(api.exchange());
    MessageReader reader = new MessageReader().setTo(to).setPageSize(PAGE);
    Page<Message> page = reader.firstPage(client);
    while (true) {
      Optional<Message> found = page.getRecords().stream().filter(wanted).findFirst();
      boolean past = page.getRecords().stream().noneMatch(m -> isSince(m, earliest));
      if (found.isPresent() || past || !page.hasNextPage()) {
        return found;
      }
      page = reader.nextPage(page, client);
    }
  }

  private boolean isSame(Message found, OutboundMessage message, Instant earliest) {
    return found.getSid() != null
        && isSince(found, earliest)
        && found.getDirection() != Message.Direction.INBOUND
        && TwilioSender.to(message).equals(found.getTo())
        && isOurs(found, message)
        && (message.template().isPresent() || isText(found, TwilioSender.body(message).strip()));
  }

  private boolean isOurs(Message found, OutboundMessage message) {
    return sender
        .service(message)
        .map(service -> service.equals(found.getMessagingServiceSid()))
        .orElseGet(() ->
            found.getFrom() != null
                && sender.from(message).orElse("").equals(found.getFrom().toString()));
  }

  private static boolean isText(Message found, String text) {
    String body = found.getBody() == null ? "" : found.getBody().strip();
    return body.equals(text) || body.equals(TRIAL + text);
  }

  /** A message without a time is as good as a new one: better a search too far. */
  private static boolean isSince(Message found, Instant earliest) {
    return found.getDateCreated() == null || !found.getDateCreated().toInstant().isBefore(earliest);
  }
}
