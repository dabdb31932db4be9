package ai.therapysync.gateway.story;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Opens the address of a message, and presses its buttons. */
final class Browser {
  private Browser() {}

  /** The first line of a mail that is an address. */
  static String link(String text) {
    return text.lines().filter(line -> line.startsWith("http")).findFirst().orElseThrow().strip();
  }

  static HttpResponse<String> get(String link) {
    return send(HttpRequest.newBuilder(URI.create(link)).build());
  }

  static HttpResponse<String> post(String link, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(link))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("The page did not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
