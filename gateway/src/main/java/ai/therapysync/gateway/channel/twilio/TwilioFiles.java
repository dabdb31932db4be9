package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.conversation.message.Attachment;
import ai.therapysync.conversation.message.Provider;
import ai.therapysync.gateway.channel.AllowedHosts;
import ai.therapysync.gateway.channel.MediaSource;
import ai.therapysync.gateway.channel.MediaTypes;
import ai.therapysync.gateway.channel.OneCall.LostException;
import ai.therapysync.gateway.channel.OneDownload;
import ai.therapysync.gateway.channel.OneDownload.Answer;
import ai.therapysync.gateway.config.TwilioSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Media at Twilio: asked for at our base address with our credentials, and had from its storage
 * without them.
 */
public final class TwilioFiles implements MediaSource {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final List<String> STORAGE =
      List.of("twilio.com", "twiliocdn.com", "amazonaws.com");

  private final TwilioSettings settings;
  private final Pattern path;
  private final AllowedHosts storage;
  private final OneDownload download;

  /** Of this account. */
  public TwilioFiles(TwilioSettings settings) {
    this.settings = settings;
    this.path =
        Pattern.compile(
            "https?://[^/]+(/2010-04-01/Accounts/"
                + Pattern.quote(settings.accountSid())
                + "/Messages/[0-9A-Za-z]{1,64}/Media/[0-9A-Za-z]{1,64})");
    this.storage = new AllowedHosts(settings.apiBase(), STORAGE);
    this.download =
        new OneDownload(
            HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(3))
                .followRedirects(Redirect.NEVER)
                .build(),
            MOST,
            LIMIT);
  }

  static String login(TwilioSettings settings) {
    String login = settings.accountSid() + ":" + settings.authToken().reveal();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Provider provider() {
    return Provider.TWILIO;
  }

  /** Of the reference only the path is used: it may not choose whom we show our credentials. */
  @Override
  public Outcome fetch(Attachment attachment, Consumer<byte[]> sink) {
    Matcher known = path.matcher(attachment.reference());
    if (!known.matches()) {
      return new Outcome.Never("the reference is none of this account's");
    }
    String base = settings.apiBase().toString().replaceFirst("/+$", "");
    HttpRequest first =
        HttpRequest.newBuilder(URI.create(base + known.group(1)))
            .header("Authorization", login(settings))
            .GET()
            .build();
    try {
      Answer answer = download.get(first, sink);
      return answer.status() / 100 == 3
          ? moved(answer, attachment, sink)
          : read(answer, attachment);
    } catch (LostException e) {
      return new Outcome.Later(String.valueOf(e.getMessage()));
    }
  }

  private Outcome moved(Answer answer, Attachment attachment, Consumer<byte[]> sink) {
    Optional<URI> there = answer.headers().firstValue("location").flatMap(TwilioFiles::address);
    if (there.filter(storage::allow).isEmpty()) {
      return new Outcome.Never("it is said to be where nothing of the provider's is");
    }
    return read(download.get(HttpRequest.newBuilder(there.get()).GET().build(), sink), attachment);
  }

  private static Outcome read(Answer answer, Attachment attachment) {
    if (answer.tooLarge()) {
      return new Outcome.Never("it is larger than 16 MB");
    }
    return switch (answer.status()) {
      case 200 ->
          new Outcome.Fetched(MediaTypes.agreed(attachment.contentType(), answer.contentType()));
      case 404, 410 -> new Outcome.Never("the provider does not have it any more");
      default -> new Outcome.Later("the provider answers " + answer.status());
    };
  }

  private static Optional<URI> address(String written) {
    try {
      return Optional.of(URI.create(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
