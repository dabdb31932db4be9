package ai.therapysync.gateway.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of {@code user:password@host:port/path?query}. java.net.URI is too strict here:
 * passwords come with characters that it refuses.
 *
 * @param hosts host and port as written, or several with commas between
 */
record UrlParts(
    Optional<String> user,
    Optional<String> password,
    String hosts,
    String path,
    Map<String, String> query) {

  /**
   * Splits what follows {@code scheme://}.
   *
   * @throws IllegalArgumentException when something is wrongly percent-encoded
   */
  static UrlParts split(String rest) {
    int at = rest.lastIndexOf('@', authorityEnd(rest));
    String login = at < 0 ? "" : rest.substring(0, at);
    String tail = rest.substring(at + 1);
    int end = authorityEnd(tail);
    String after = tail.substring(end);
    int question = after.indexOf('?');
    String path = question < 0 ? after : after.substring(0, question);
    String[] names = login.split(":", 2);
    return new UrlParts(
        at < 0 ? Optional.empty() : Optional.of(decoded(names[0])),
        names.length < 2 ? Optional.empty() : Optional.of(decoded(names[1])),
        tail.substring(0, end),
        decoded(path.startsWith("/") ? path.substring(1) : path),
        question < 0 ? Map.of() : parameters(after.substring(question + 1)));
  }

  private static int authorityEnd(String text) {
    // An @ may follow a slash or question mark in a password that was not encoded.
    int from = Math.max(0, text.lastIndexOf('@'));
    for (int index = from; index < text.length(); index++) {
      if (text.charAt(index) == '/' || text.charAt(index) == '?') {
        return index;
      }
    }
    return text.length();
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isBlank()) {
        String[] sides = pair.split("=", 2);
        parameters.put(decoded(sides[0]), sides.length < 2 ? "" : decoded(sides[1]));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    // URLDecoder is for forms, where a plus is a space; here it is a plus.
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
