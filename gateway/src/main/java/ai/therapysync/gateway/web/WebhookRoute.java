package ai.therapysync.gateway.web;

import ai.therapysync.gateway.channel.Webhook;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Hands a request to a channel's webhook as it came over the wire. */
final class WebhookRoute {
  static final int LARGEST = 3 * 1024 * 1024;
  private static final int TOO_LARGE = 413;

  /** So much more is read and thrown away, so that the sender gets to see our answer. */
  private static final long PATIENCE = 16L * 1024 * 1024;

  private final Webhook webhook;

  WebhookRoute(Webhook webhook) {
    this.webhook = webhook;
  }

  void handle(Context context) {
    Optional<byte[]> body = body(context);
    if (body.isEmpty()) {
      context.status(TOO_LARGE).result("The body is larger than 3 MB");
      return;
    }
    Webhook.Response response =
        webhook
            .handler()
            .handle(
                new Webhook.Request(
                    context.path(),
                    Optional.ofNullable(context.queryString()).orElse(""),
                    headers(context),
                    body.get()));
    context.status(response.status()).contentType(response.contentType()).result(response.body());
  }

  /** Empty when it is too large. */
  private static Optional<byte[]> body(Context context) {
    try {
      InputStream stream = context.bodyInputStream();
      byte[] body = stream.readNBytes(LARGEST + 1);
      if (body.length <= LARGEST) {
        return Optional.of(body);
      }
      discard(stream);
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void discard(InputStream stream) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long discarded = 0;
    int read = stream.read(buffer);
    while (read >= 0 && discarded < PATIENCE) {
      discarded += read;
      read = stream.read(buffer);
    }
  }

  private static Map<String, String> headers(Context context) {
    Map<String, String> headers = new HashMap<>();
    context
        .headerMap()
        .forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
    return headers;
  }
}
