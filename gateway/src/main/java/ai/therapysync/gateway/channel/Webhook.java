package ai.therapysync.gateway.channel;

import java.util.Locale;
import java.util.Map;

/** A route that a channel declares: {@code GET} or {@code POST} and an absolute path. */
public record Webhook(String method, String path, Handler handler) {
  /** Verifies, parses, hands to the intake, and says what to answer. */
  @FunctionalInterface
  public interface Handler {
    Response handle(Request request);
  }

  /**
   * A request as it came over the wire.
   *
   * @param path the request's path, without origin
   * @param query the raw query string, empty when there is none
   * @param headers by lower-case name, first value
   * @param body the raw bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // raw bytes: the signature is over exactly these
  public record Request(String path, String query, Map<String, String> headers, byte[] body) {
    /** The header's value; empty text when it is missing. */
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** What to answer. */
  public record Response(int status, String contentType, String body) {}
}
