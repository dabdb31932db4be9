package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.gateway.channel.OneCall;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.apache.hc.core5.http.Header;

/**
 * One conversation of the SDK with the API at our base address, over the JDK's client: it repeats
 * nothing, has one deadline for all of its requests, writes no private word to a log at any level,
 * and knows afterwards whether a request can have arrived.
 */
final class TwilioExchange extends HttpClient {
  private final java.net.http.HttpClient http;
  private final String base;
  private final long deadline;
  private int status;
  private Optional<String> retryAfter = Optional.empty();

  TwilioExchange(java.net.http.HttpClient http, URI base, Duration limit) {
    this.http = http;
    this.base = base.toString().replaceFirst("/+$", "");
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  /** The last answer's HTTP status; 0 before there is one. */
  int status() {
    return status;
  }

  /** The last answer's {@code Retry-After} as it was written. */
  Optional<String> retryAfter() {
    return retryAfter;
  }

  /** The SDK repeats a failed request by itself, which would send twice: once is enough. */
  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  @Override
  public Response makeRequest(Request request) {
    HttpResponse<String> answer = answer(request);
    status = answer.statusCode();
    retryAfter = answer.headers().firstValue("retry-after");
    return new Response(answer.body(), status, new Header[0]);
  }

  private HttpResponse<String> answer(Request request) {
    return OneCall.make(http, toSend(request), Duration.ofNanos(deadline - System.nanoTime()));
  }

  private HttpRequest toSend(Request request) {
    URI original = URI.create(request.constructURL().toString());
    String query = original.getRawQuery() == null ? "" : "?" + original.getRawQuery();
    String login = request.getUsername() + ":" + request.getPassword();
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + original.getRawPath() + query))
            .header("Accept", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    if (request.getMethod() == HttpMethod.GET) {
      return builder.GET().build();
    }
    return builder
        .header("Content-Type", "application/x-www-form-urlencoded")
        .method(request.getMethod().toString(), BodyPublishers.ofString(request.encodeFormBody()))
        .build();
  }
}
