package ai.therapysync.gateway.simulator.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.hc.core5.http.Header;

/** Twilio's own SDK, led to the simulated provider; a failed request is not repeated. */
public final class LoopbackSdk extends HttpClient {
  private final java.net.http.HttpClient http = java.net.http.HttpClient.newHttpClient();
  private final URI base;

  private LoopbackSdk(URI base) {
    this.base = base;
  }

  /** A client of that account. */
  public static TwilioRestClient client(URI base, String sid, String token) {
    return new TwilioRestClient.Builder(sid, token).httpClient(new LoopbackSdk(base)).build();
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    URI real = URI.create(request.constructURL().toString());
    String query = real.getRawQuery() == null ? "" : "?" + real.getRawQuery();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(base.resolve(real.getRawPath() + query))
            .header("Authorization", request.getAuthString());
    if (request.getMethod() == HttpMethod.POST) {
      builder
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()));
    }
    try {
      HttpResponse<String> answer =
          http.send(builder.build(), HttpResponse.BodyHandlers.ofString());
      return new Response(answer.body(), answer.statusCode(), new Header[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
