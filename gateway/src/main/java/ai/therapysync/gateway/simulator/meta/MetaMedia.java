package ai.therapysync.gateway.simulator.meta;

import ai.therapysync.gateway.simulator.network.Media;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The pictures and voice notes that phones have sent: named by id, fetched by a short-lived link.
 */
final class MetaMedia {
  static final String PATH = "/whatsapp_business/attachments/";

  private static final Duration LIFE_OF_A_LINK = Duration.ofMinutes(5);
  private static final byte[] ONE_PIXEL =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                  + "rkJggg==");

  private final InstantSource clock;
  private final AtomicLong ids = new AtomicLong(2_000_000_000_000_000L);
  private final Map<String, File> files = new ConcurrentHashMap<>();
  private final Map<String, Link> links = new ConcurrentHashMap<>();

  MetaMedia(InstantSource clock) {
    this.clock = clock;
  }

  /** Something that was sent: nobody looks at it, so that all of a kind are the same. */
  record File(String contentType) {
    byte[] bytes() {
      return contentType.startsWith("image/")
          ? ONE_PIXEL.clone()
          : ("Simulated " + contentType).getBytes(StandardCharsets.UTF_8);
    }
  }

  private record Link(String id, Instant until) {}

  /** A new id for it. */
  String keep(Media media) {
    String id = String.valueOf(ids.incrementAndGet());
    files.put(id, new File(media.contentType()));
    return id;
  }

  /** What it is and where it can be fetched in the next five minutes. */
  ObjectNode describe(String id, String origin) {
    File file = Optional.ofNullable(files.get(id)).orElseThrow(GraphError::unknownObject);
    String link = String.valueOf(ids.incrementAndGet());
    links.put(link, new Link(id, clock.instant().plus(LIFE_OF_A_LINK)));
    return JsonNodeFactory.instance
        .objectNode()
        .put("messaging_product", "whatsapp")
        .put("url", origin + PATH + link)
        .put("mime_type", file.contentType())
        .put("sha256", sha256(id))
        .put("file_size", file.bytes().length)
        .put("id", id);
  }

  File file(String link) {
    return Optional.ofNullable(links.get(link))
        .filter(known -> known.until().isAfter(clock.instant()))
        .flatMap(known -> Optional.ofNullable(files.get(known.id())))
        .orElseThrow(() -> GraphError.of(404, 100, "The link is unknown or has expired"));
  }

  String sha256(String id) {
    File file = Optional.ofNullable(files.get(id)).orElseThrow(GraphError::unknownObject);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }
}
