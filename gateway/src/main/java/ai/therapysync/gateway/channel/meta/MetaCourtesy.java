package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.Courtesy;
import ai.therapysync.gateway.channel.OneCall;
import ai.therapysync.gateway.config.MetaSettings;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

/** Read receipts and "writing …" by Meta, where the second says the first as well. */
public final class MetaCourtesy implements Courtesy {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final MetaSettings settings;
  private final boolean marksRead;
  private final boolean types;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(Redirect.NEVER)
          .build();

  /** Each as it is switched on. */
  public MetaCourtesy(MetaSettings settings, boolean marksRead, boolean types) {
    this.settings = settings;
    this.marksRead = marksRead;
    this.types = types;
  }

  @Override
  public Provider provider() {
    return Provider.META;
  }

  @Override
  public void seen(String messageId) {
    if (marksRead) {
      post(read(messageId));
    }
  }

  @Override
  public void typing(String messageId) {
    if (types) {
      ObjectNode body = read(messageId);
      body.putObject("typing_indicator").put("type", "text");
      post(body);
    }
  }

  private static ObjectNode read(String messageId) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("messaging_product", "whatsapp")
        .put("status", "read")
        .put("message_id", messageId);
  }

  private void post(ObjectNode body) {
    String base = settings.apiBase().toString().replaceFirst("/+$", "");
    URI address =
        URI.create(
            base + "/" + settings.apiVersion() + "/" + settings.phoneNumberId() + "/messages");
    OneCall.make(
        http,
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + settings.accessToken().reveal())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        LIMIT);
  }
}
