package ai.therapysync.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.therapysync.gateway.channel.Webhook;
import ai.therapysync.gateway.config.BadConfiguration;
import ai.therapysync.gateway.telemetry.Telemetry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private static final int THREE_MEGABYTES = 3 * 1024 * 1024;

  private final AtomicReference<Webhook.Request> seen = new AtomicReference<>();
  private final AtomicBoolean stores = new AtomicBoolean(true);
  private final Telemetry telemetry = new Telemetry();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server =
      WebServer.start(
          "127.0.0.1",
          0,
          List.of(
              new Webhook("POST", "/webhooks/echo", this::echo),
              new Webhook("POST", "/webhooks/away", _ -> outage()),
              new Webhook("POST", "/webhooks/broken", _ -> failure())),
          health(),
          telemetry,
          List.of(config -> config.routes.get("/page/{token}", page -> page.result("a page"))));

  @AfterEach
  void stop() {
    server.close();
    telemetry.close();
  }

  @Test
  void aWebhookSeesTheRequestAsItCameOverTheWire() throws Exception {
    byte[] body = {0, 1, (byte) 0xff, '&', '='};

    HttpResponse<String> answer =
        client.send(
            request("/webhooks/echo?a=%20b&c")
                .header("X-Signature", "word")
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("<Response/>");
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml");
    assertThat(seen.get().path()).isEqualTo("/webhooks/echo");
    assertThat(seen.get().query()).isEqualTo("a=%20b&c");
    assertThat(seen.get().header("X-SIGNATURE")).isEqualTo("word");
    assertThat(seen.get().body()).isEqualTo(body);
  }

  @Test
  void threeMegabytesAreTakenAndOneByteMoreIsNot() throws Exception {
    assertThat(post("/webhooks/echo", new byte[THREE_MEGABYTES]).statusCode()).isEqualTo(202);
    seen.set(new Webhook.Request("", "", Map.of(), new byte[0]));

    assertThat(post("/webhooks/echo", new byte[THREE_MEGABYTES + 1]).statusCode()).isEqualTo(413);
    assertThat(seen.get().path()).as("the webhook was not asked").isEmpty();
  }

  @Test
  void aBodyWithoutAnnouncedLengthIsMeasuredToo() throws Exception {
    HttpRequest endless =
        request("/webhooks/echo")
            .POST(
                BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[THREE_MEGABYTES + 1])))
            .build();

    assertThat(client.send(endless, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(413);
  }

  @Test
  void aDatabaseThatIsAwayIs503AndEverythingElse500WithoutDetails() throws Exception {
    HttpResponse<String> away = post("/webhooks/away", new byte[0]);
    HttpResponse<String> broken = post("/webhooks/broken", new byte[0]);

    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.headers().firstValue("Retry-After")).contains("1");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(away.body() + broken.body()).doesNotContain("private").doesNotContain("Exception");
  }

  @Test
  void everyAnswerProtectsItsReader() throws Exception {
    for (String path : List.of("/page/1", "/nowhere", "/health/live")) {
      HttpResponse<String> answer = get(path);
      assertThat(answer.headers().map())
          .containsEntry("x-content-type-options", List.of("nosniff"))
          .containsEntry("x-frame-options", List.of("DENY"))
          .containsEntry("referrer-policy", List.of("no-referrer"))
          .containsKey("content-security-policy")
          .doesNotContainKey("server");
    }
  }

  @Test
  void anUnknownPathIs404() throws Exception {
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
    assertThat(get("/webhooks/echo").statusCode()).isEqualTo(404);
  }

  @Test
  void readyMeansThatWebhooksCanBeStored() throws Exception {
    HttpResponse<String> degraded = get("/health/ready");
    assertThat(degraded.statusCode()).isEqualTo(200);
    assertThat(degraded.body())
        .isEqualTo("{\"status\":\"degraded\",\"degraded\":{\"sms\":\"off\"}}");

    stores.set(false);

    HttpResponse<String> unavailable = get("/health/ready");
    assertThat(unavailable.statusCode()).isEqualTo(503);
    assertThat(unavailable.body()).contains("\"status\":\"unavailable\"").contains("database");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void metricsCountRequestsByRouteAndNeverByAddress() throws Exception {
    get("/page/secret-token");
    get("/nobody/knows/secret-token");

    String metrics = get("/metrics").body();

    assertThat(metrics)
        .contains("route=\"/page/{token}\"")
        .contains("jvm_memory_used_bytes")
        .doesNotContain("secret-token");
  }

  @Test
  void aTakenPortIsAFaultOfTheConfiguration() {
    assertThatThrownBy(() ->
            WebServer.start("127.0.0.1", server.port(), List.of(), health(), telemetry, List.of()))
        .isInstanceOf(BadConfiguration.class)
        .hasMessageContaining("GATEWAY_PORT " + server.port());
  }

  private Webhook.Response echo(Webhook.Request request) {
    seen.set(request);
    return new Webhook.Response(202, "text/xml", "<Response/>");
  }

  private static Webhook.Response outage() {
    throw new IllegalStateException("private", new SQLTransientConnectionException("private"));
  }

  private static Webhook.Response failure() {
    throw new IllegalStateException("private words");
  }

  private Health health() {
    return new Health() {
      @Override
      public boolean canStore() {
        return stores.get();
      }

      @Override
      public Map<String, String> degraded() {
        return stores.get() ? Map.of("sms", "off") : Map.of();
      }
    };
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(
        request(path).GET().build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> post(String path, byte[] body)
      throws IOException, InterruptedException {
    return client.send(
        request(path).POST(BodyPublishers.ofByteArray(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
  }
}
