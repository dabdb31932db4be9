package ai.therapysync.gateway.channel.twilio;

import ai.therapysync.gateway.channel.StorableText;
import ai.therapysync.gateway.channel.Webhook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parameters of a request of Twilio's, as they were signed. Private: never printed.
 *
 * @param values every value of every parameter, decoded and otherwise untouched, since the
 *     signature is over exactly these
 * @param json whether they came as a JSON object, which is signed by its hash
 */
record TwilioForm(Map<String, List<String>> values, boolean json) {
  private static final Pattern NAME = Pattern.compile("(?!\\[)[!-~&&[^{}<>\"\\\\`]]+");
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads a request's body.
   *
   * @return empty when it is no form: another content type, a pair without {@code =}, a name that
   *     no form has, or a broken percent-encoding. Bytes that are no UTF-8 are replaced.
   */
  static Optional<TwilioForm> read(Webhook.Request request) {
    String type = request.header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.equals("application/json")) {
      return TwilioSignature.bodyHash(request.query()).flatMap(hash -> ofJson(request.body()));
    }
    boolean mayBeForm = type.isEmpty() || type.equals("application/x-www-form-urlencoded");
    return mayBeForm ? ofPairs(request.body()) : Optional.empty();
  }

  /** The first value that is not blank, fit for storing; empty text when there is none. */
  String text(String... names) {
    for (String name : names) {
      for (String value : values.getOrDefault(name, List.of())) {
        if (!value.isBlank()) {
          return StorableText.of(value);
        }
      }
    }
    return "";
  }

  private static Optional<TwilioForm> ofPairs(byte[] body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String pair : new String(body, StandardCharsets.ISO_8859_1).split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      if (equals < 1 || !NAME.matcher(pair.substring(0, equals)).matches()) {
        return Optional.empty();
      }
      Optional<String> name = decoded(pair.substring(0, equals));
      Optional<String> value = decoded(pair.substring(equals + 1));
      if (name.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      values.computeIfAbsent(name.get(), _ -> new ArrayList<>()).add(value.get());
    }
    return Optional.of(new TwilioForm(values, false));
  }

  private static Optional<TwilioForm> ofJson(byte[] body) {
    try {
      JsonNode tree = JSON.readTree(body);
      if (tree == null || !tree.isObject()) {
        return Optional.empty();
      }
      Map<String, List<String>> values = new LinkedHashMap<>();
      tree.properties().stream()
          .filter(property -> property.getValue().isValueNode() && !property.getValue().isNull())
          .forEach(p -> values.put(p.getKey(), List.of(p.getValue().asText())));
      return Optional.of(new TwilioForm(values, true));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> decoded(String latin) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(latin.length());
    for (int i = 0; i < latin.length(); i++) {
      char c = latin.charAt(i);
      if (c != '%') {
        bytes.write(c == '+' ? ' ' : c);
        continue;
      }
      int value = i + 2 < latin.length() ? hex(latin.charAt(i + 1), latin.charAt(i + 2)) : -1;
      if (value < 0) {
        return Optional.empty();
      }
      bytes.write(value);
      i += 2;
    }
    return Optional.of(bytes.toString(StandardCharsets.UTF_8));
  }

  private static int hex(char high, char low) {
    int value = (Character.digit(high, 16) << 4) | Character.digit(low, 16);
    return high < 128 && low < 128 ? value : -1;
  }

  @Override
  public String toString() {
    return "TwilioForm[" + values.size() + " parameters]";
  }
}
