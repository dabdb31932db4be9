package ai.therapysync.gateway.story;

import ai.therapysync.gateway.channel.meta.MetaNotes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;

/** Requests as Meta signs them. */
final class MetaWire {
  private static final String PATH = "/webhooks/meta";
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final World world;

  MetaWire(World world) {
    this.world = world;
  }

  static String newId() {
    return "wamid." + UUID.randomUUID();
  }

  /** A message of words; the gateway's answer. */
  int texts(String number, String words) {
    return posts(MetaNotes.messages(MetaNotes.text(newId(), number.replace("+", ""), words)));
  }

  int posts(String body) {
    return post(body, MetaNotes.signature(body)).statusCode();
  }

  /** With an empty signature none is sent. */
  HttpResponse<String> post(String body, String signature) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(world.url() + PATH))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!signature.isEmpty()) {
      request.header("X-Hub-Signature-256", signature);
    }
    return send(request.build());
  }

  HttpResponse<String> get(String resource) {
    return send(HttpRequest.newBuilder(URI.create(world.url() + resource)).build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
