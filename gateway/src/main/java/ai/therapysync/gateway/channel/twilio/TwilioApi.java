package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.gateway.config.TwilioSettings;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;

/** Opens conversations with the REST API; connections are shared, nothing else is. */
final class TwilioApi {
  private final TwilioSettings settings;
  private final Duration limit;
  private final HttpClient http;
  private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

  /**
   * An API at the settings' base address.
   *
   * @param connectLimit how long opening a connection may take
   * @param limit how long a whole conversation may take
   */
  TwilioApi(TwilioSettings settings, Duration connectLimit, Duration limit) {
    this.settings = settings;
    this.limit = limit;
    this.http =
        HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(connectLimit)
            .followRedirects(Redirect.NEVER)
            .build();
  }

  TwilioExchange exchange() {
    return new TwilioExchange(http, settings.apiBase(), limit);
  }

  /** The SDK's client over one exchange; it would log all parameters at debug level. */
  TwilioRestClient client(TwilioExchange exchange) {
    TwilioRestClient.Builder builder =
        new TwilioRestClient.Builder(settings.accountSid(), settings.authToken().reveal())
            .httpClient(exchange)
            .objectMapper(json);
    return new TwilioRestClient(builder) {
      @Override
      public void logRequest(Request request) {}
    };
  }
}
