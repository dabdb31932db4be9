package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.message.InboundMessage;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.InboundLedger;
import ai.therapysync.gateway.config.TwilioSettings;
import com.twilio.base.Page;
import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Twilio's list of inbound messages, by each of our senders. What it lists is read by the same
 * rules as a webhook's form; names, buttons and places are not in the list, and are not known of a
 * message that only came this way.
 */
public final class TwilioLedger implements InboundLedger {
  private static final long PAGE = 1_000;
  private static final int MOST_PAGES = 10;
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration A_PAGE = Duration.ofSeconds(20);

  private final TwilioSettings settings;
  private final TwilioApi api;
  private final TwilioParser parser;
  private final TwilioMedia media;

  /** The list of this account, of which the settings' own senders are looked at. */
  public TwilioLedger(TwilioSettings settings) {
    this.settings = settings;
    this.api = new TwilioApi(settings, CONNECT, A_PAGE);
    this.parser = new TwilioParser(settings);
    this.media = new TwilioMedia(settings, api);
  }

  @Override
  public Provider provider() {
    return Provider.TWILIO;
  }

  @Override
  public List<InboundMessage> missing(
      Instant from, Instant until, UnaryOperator<Set<String>> unknown) {
    List<Message> listed = new ArrayList<>();
    for (String sender : senders()) {
      // Newest first as it comes; of those of one second the order is kept all the same.
      listed.addAll(list(sender, from, until).reversed());
    }
    Set<String> wanted =
        unknown.apply(listed.stream().map(Message::getSid).collect(Collectors.toSet()));
    return listed.stream()
        .filter(message -> wanted.contains(message.getSid()))
        .sorted(Comparator.comparing(message -> at(message, from)))
        .flatMap(message -> parser.parse(media.form(message), at(message, from)).stream())
        .toList();
  }

  private List<String> senders() {
    return Stream.concat(
            settings.smsFrom().stream(),
            settings.whatsappFrom().stream().map(number -> TwilioParser.WHATSAPP + number))
        .toList();
  }

  private List<Message> list(String sender, Instant from, Instant until) {
    MessageReader reader = new MessageReader();
    String first = firstPage(sender, from, until);
    List<Message> listed = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Page<Message> page = asked(client -> reader.getPage(first, client));
    for (int pages = 1; true; pages++) {
      page.getRecords().stream()
          .filter(TwilioLedger::cameIn)
          .filter(message -> isWithin(at(message, from), from, until))
          .filter(message -> seen.add(message.getSid()))
          .forEach(listed::add);
      if (!page.hasNextPage()) {
        return listed;
      }
      if (pages == MOST_PAGES) {
        throw new TooManyException();
      }
      Page<Message> before = page;
      page = asked(client -> reader.nextPage(before, client));
    }
  }

  /** Written by ourselves, since the SDK leaves the zone off the times. */
  private String firstPage(String sender, Instant from, Instant until) {
    return "https://api.twilio.com/2010-04-01/Accounts/"
        + settings.accountSid()
        + "/Messages.json"
        + parameter("?To", sender)
        + parameter("&DateSent%3E", from.truncatedTo(ChronoUnit.SECONDS).toString())
        + parameter("&DateSent%3C", until.truncatedTo(ChronoUnit.SECONDS).toString())
        + parameter("&PageSize", Long.toString(PAGE));
  }

  private static String parameter(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static boolean cameIn(Message message) {
    return message.getSid() != null
        && message.getFrom() != null
        && message.getDirection() == Message.Direction.INBOUND;
  }

  /** One without a time is rather taken in than left. */
  private static Instant at(Message message, Instant otherwise) {
    return Stream.of(
            Optional.ofNullable(message.getDateSent()),
            Optional.ofNullable(message.getDateCreated()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(ZonedDateTime::toInstant)
        .orElse(otherwise);
  }

  private static boolean isWithin(Instant at, Instant from, Instant until) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  /** Twilio's own sentences are not passed on, for they repeat numbers. */
  private Page<Message> asked(Function<TwilioRestClient, Page<Message>> question) {
    TwilioExchange exchange = api.exchange();
    try {
      return question.apply(api.client(exchange));
    } catch (ApiException e) {
      throw new LedgerFault("Twilio refused its list of messages (HTTP " + exchange.status() + ")");
    } catch (RuntimeException e) {
      throw new LedgerFault(
          "Twilio's list of messages can't be had: " + e.getClass().getSimpleName());
    }
  }
}
