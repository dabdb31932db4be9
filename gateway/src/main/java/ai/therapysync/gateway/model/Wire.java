package ai.therapysync.gateway.model;

import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import java.net.http.HttpClient;

/** How models' servers are spoken to. */
final class Wire {
  private Wire() {}

  /** HTTP/1.1: some servers of one's own hang when they are offered an upgrade. */
  static HttpClientBuilder http() {
    return new JdkHttpClientBuilder()
        .httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
  }
}
