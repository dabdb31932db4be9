package ai.therapysync.gateway.simulator.twilio;

import ai.therapysync.conversation.delivery.Segments;
import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The API's resources as Twilio writes them. */
final class TwilioJson {
  static final String VERSION = "2010-04-01";
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final String account;

  TwilioJson(String account) {
    this.account = account;
  }

  String root() {
    return "/" + VERSION + "/Accounts/" + account;
  }

  ObjectNode message(SimulatedMessage message) {
    ObjectNode json = object();
    json.put("account_sid", account).put("api_version", VERSION);
    json.put("body", message.content().body());
    times(json, message.trail());
    json.put("direction", message.fromPhone() ? "inbound" : "outbound-api");
    trouble(json, message.trail());
    json.put("from", message.from()).put("to", message.to());
    message
        .request()
        .messagingServiceSid()
        .ifPresentOrElse(
            sid -> json.put("messaging_service_sid", sid),
            () -> json.putNull("messaging_service_sid"));
    json.put("num_media", Integer.toString(message.content().media().size()));
    json.put("num_segments", Integer.toString(segments(message)));
    json.putNull("price").putNull("price_unit");
    json.put("sid", message.sid()).put("status", message.status().word());
    String uri = root() + "/Messages/" + message.sid();
    json.putObject("subresource_uris").put("media", uri + "/Media.json");
    return json.put("uri", uri + ".json");
  }

  /**
   * One page of a list.
   *
   * @param query the filters as the caller wrote them, for the links between pages
   */
  ObjectNode page(List<SimulatedMessage> all, int page, int size, String query) {
    List<SimulatedMessage> part = all.stream().skip((long) page * size).limit(size).toList();
    boolean more = all.size() > (long) (page + 1) * size;
    ObjectNode json = object();
    var messages = json.putArray("messages");
    part.forEach(message -> messages.add(message(message)));
    json.put("page", page).put("page_size", size);
    json.put("start", page * size).put("end", page * size + Math.max(part.size() - 1, 0));
    json.put("uri", link(page, size, query)).put("first_page_uri", link(0, size, query));
    if (more) {
      json.put("next_page_uri", link(page + 1, size, query));
    } else {
      json.putNull("next_page_uri");
    }
    if (page > 0) {
      return json.put("previous_page_uri", link(page - 1, size, query));
    }
    return json.putNull("previous_page_uri");
  }

  ObjectNode account(Instant at) {
    ObjectNode json = object();
    json.put("sid", account).put("friendly_name", "Simulated phone network");
    json.put("status", "active").put("type", "Full").putNull("owner_account_sid");
    json.put("date_created", RFC_2822.format(at)).put("date_updated", RFC_2822.format(at));
    json.putObject("subresource_uris").put("messages", root() + "/Messages.json");
    return json.put("uri", root() + ".json");
  }

  static ObjectNode error(TwilioError error) {
    return object()
        .put("code", error.code())
        .put("message", error.sentence())
        .put("more_info", "https://www.twilio.com/docs/errors/" + error.code())
        .put("status", error.status());
  }

  private static void times(ObjectNode json, SimulatedMessage.Trail trail) {
    json.put("date_created", RFC_2822.format(trail.created()));
    json.put("date_updated", RFC_2822.format(trail.updated()));
    trail
        .sent()
        .ifPresentOrElse(
            at -> json.put("date_sent", RFC_2822.format(at)), () -> json.putNull("date_sent"));
  }

  private static void trouble(ObjectNode json, SimulatedMessage.Trail trail) {
    if (trail.error().isPresent()) {
      json.put("error_code", trail.error().getAsInt());
      json.put("error_message", "See the documentation of this code");
      return;
    }
    json.putNull("error_code").putNull("error_message");
  }

  private static int segments(SimulatedMessage message) {
    return message.line().channel() == ChannelName.WHATSAPP
        ? 1
        : Segments.count(message.content().body());
  }

  private String link(int page, int size, String query) {
    String paging = "PageSize=" + size + "&Page=" + page;
    return root() + "/Messages.json?" + paging + (query.isEmpty() ? "" : "&" + query);
  }

  /** The id of a new message, which tells whether it has media. */
  static String newSid(boolean media) {
    return (media ? "MM" : "SM") + Account.hex();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
