package ai.therapysync.gateway.channel.meta;

import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.AllowedHosts;
import ai.therapysync.gateway.channel.MediaSource;
import ai.therapysync.gateway.channel.MediaTypes;
import ai.therapysync.gateway.channel.OneCall;
import ai.therapysync.gateway.channel.OneDownload;
import ai.therapysync.gateway.channel.OneDownload.Answer;
import ai.therapysync.gateway.config.MetaSettings;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Media at Meta: its address is asked for each time anew, since it lives five minutes, and takes
 * our token.
 */
public final class MetaFiles implements MediaSource {
  private static final Duration ASKING = Duration.ofSeconds(9);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final List<String> STORAGE = List.of("fbsbx.com");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final MetaSettings settings;
  private final AllowedHosts storage;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .followRedirects(Redirect.NEVER)
          .build();
  private final OneDownload download = new OneDownload(http, MOST, LIMIT);

  /** Of this account. */
  public MetaFiles(MetaSettings settings) {
    this.settings = settings;
    this.storage = new AllowedHosts(settings.apiBase(), STORAGE);
  }

  @Override
  public Provider provider() {
    return Provider.META;
  }

  @Override
  public Outcome fetch(Attachment attachment, Consumer<byte[]> sink) {
    if (!attachment.reference().matches("[0-9A-Za-z_-]{1,255}")) {
      return new Outcome.Never("the reference is no id of Meta's");
    }
    try {
      HttpResponse<String> told = OneCall.make(http, asking(attachment.reference()), ASKING);
      return switch (told.statusCode()) {
        case 200 -> told(JSON.readTree(told.body()), attachment, sink);
        case 400, 404, 410 -> new Outcome.Never("the provider does not have it any more");
        default -> new Outcome.Later("the provider answers " + told.statusCode());
      };
    } catch (JsonProcessingException e) {
      return new Outcome.Later("the provider's answer is no JSON");
    } catch (OneCall.NotSentException | OneCall.LostException e) {
      return new Outcome.Later(String.valueOf(e.getMessage()));
    }
  }

  private HttpRequest asking(String id) {
    String base = settings.apiBase().toString().replaceFirst("/+$", "");
    return request(URI.create(base + "/" + settings.apiVersion() + "/" + id));
  }

  private HttpRequest request(URI address) {
    return HttpRequest.newBuilder(address)
        .header("Authorization", "Bearer " + settings.accessToken().reveal())
        .GET()
        .build();
  }

  private Outcome told(JsonNode told, Attachment attachment, Consumer<byte[]> sink) {
    if (told.path("file_size").asLong() > MOST) {
      return new Outcome.Never("it is larger than 16 MB");
    }
    Optional<URI> there = address(told.path("url").asText(""));
    if (there.filter(storage::allow).isEmpty()) {
      return new Outcome.Never("it is said to be where nothing of the provider's is");
    }
    MessageDigest digest = sha256();
    Answer answer =
        download.get(
            request(there.get()),
            bytes -> {
              digest.update(bytes);
              sink.accept(bytes);
            });
    if (answer.tooLarge()) {
      return new Outcome.Never("it is larger than 16 MB");
    }
    if (answer.status() != 200) {
      return new Outcome.Later("the provider's storage answers " + answer.status());
    }
    String expected = told.path("sha256").asText("");
    if (!expected.isEmpty()
        && !expected.equalsIgnoreCase(HexFormat.of().formatHex(digest.digest()))) {
      return new Outcome.Later("it is not what the provider says that it is");
    }
    return new Outcome.Fetched(MediaTypes.agreed(attachment.contentType(), answer.contentType()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<URI> address(String written) {
    try {
      return Optional.of(URI.create(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
