package ai.therapysync.gateway.simulator.twilio;

import ai.therapysync.conversation.message.ChannelName;
import ai.therapysync.gateway.simulator.network.Backbone;
import ai.therapysync.gateway.simulator.network.Postbox;
import ai.therapysync.gateway.simulator.network.SimulatedMessage;
import ai.therapysync.gateway.simulator.network.Status;
import ai.therapysync.gateway.simulator.network.Uplink;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Posts signed forms to the gateway's webhooks, as Twilio does. */
final class TwilioWebhook {
  private static final String ALGORITHM = "HmacSHA1";

  private final Account account;
  private final Backbone backbone;

  TwilioWebhook(Account account, Backbone backbone) {
    this.account = account;
    this.backbone = backbone;
  }

  /** A message that came in; the HTTP status of the last try, or {@link Uplink#NO_ANSWER}. */
  int deliver(Map<String, String> parameters) {
    return post(backbone.webhook("/webhooks/twilio"), parameters);
  }

  /** What has become of a message that went out. */
  void report(SimulatedMessage message) {
    message.request().statusCallback().ifPresent(url -> post(url, status(message)));
  }

  /** Once more after a failure, as to a fallback address. */
  private int post(URI url, Map<String, String> parameters) {
    Postbox postbox = backbone.postbox();
    HttpRequest request = request(url, parameters);
    int answer = postbox.post(request);
    boolean failed = answer == Uplink.NO_ANSWER || answer >= 500;
    return failed && backbone.pace().retryWebhooks() && !postbox.isClosed()
        ? postbox.post(request)
        : answer;
  }

  private HttpRequest request(URI url, Map<String, String> parameters) {
    String form =
        parameters.entrySet().stream()
            .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&"));
    return backbone
        .postbox()
        .to(url)
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .header("Accept", "*/*")
        .header("User-Agent", "TwilioProxy/1.1")
        .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
        .header("X-Twilio-Signature", sign(url, parameters))
        .POST(HttpRequest.BodyPublishers.ofString(form))
        .build();
  }

  /** Base64 of HMAC-SHA1 over the URL and all parameters, sorted by name, name and value joined. */
  private String sign(URI url, Map<String, String> parameters) {
    StringBuilder signed = new StringBuilder(url.toString());
    new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(account.authToken().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] hash = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + ALGORITHM, e);
    }
  }

  private Map<String, String> status(SimulatedMessage message) {
    Map<String, String> form = new LinkedHashMap<>();
    String status = message.status().word();
    form.put("SmsSid", message.sid());
    form.put("SmsStatus", status);
    form.put("MessageStatus", status);
    form.put("MessageSid", message.sid());
    form.put("AccountSid", account.sid());
    form.put("From", message.from());
    form.put("To", message.to());
    form.put("ApiVersion", TwilioJson.VERSION);
    message.request().messagingServiceSid().ifPresent(sid -> form.put("MessagingServiceSid", sid));
    message.trail().error().ifPresent(code -> form.put("ErrorCode", Integer.toString(code)));
    if (message.line().channel() == ChannelName.WHATSAPP) {
      form.put("ChannelPrefix", "whatsapp");
      form.put("ChannelToAddress", message.to());
      form.put("StructuredMessage", "false");
      if (message.status() == Status.DELIVERED || message.status() == Status.READ) {
        form.put("EventType", message.status().name());
      }
    }
    return form;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
