package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.Courtesy;
import ai.therapysync.gateway.channel.OneCall;
import ai.therapysync.gateway.config.TwilioSettings;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** "Writing …" by Twilio, which says at the same time that the message is read. */
public final class TwilioCourtesy implements Courtesy {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** The API of messages has this host; where another base address is set, all calls go there. */
  private static final String USUAL = "api.twilio.com";

  private static final String MESSAGING = "https://messaging.twilio.com";

  private final TwilioSettings settings;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(Redirect.NEVER)
          .build();

  /** Of this account. */
  public TwilioCourtesy(TwilioSettings settings) {
    this.settings = settings;
  }

  @Override
  public Provider provider() {
    return Provider.TWILIO;
  }

  /** There is no receipt by itself. */
  @Override
  public void seen(String messageId) {}

  @Override
  public void typing(String messageId) {
    String form =
        "channel=whatsapp&messageId=" + URLEncoder.encode(messageId, StandardCharsets.UTF_8);
    OneCall.make(
        http,
        HttpRequest.newBuilder(URI.create(base() + "/v2/Indicators/Typing.json"))
            .header("Authorization", TwilioFiles.login(settings))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        LIMIT);
  }

  private String base() {
    return USUAL.equals(settings.apiBase().getHost())
        ? MESSAGING
        : settings.apiBase().toString().replaceFirst("/+$", "");
  }
}
