package ai.therapysync.conversation.reply;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads messages that are emoji and nothing else: {@code signs.txt} says what each shows. */
final class Signs {
  /** Skin tones, joiners and the marks that choose between picture and text. */
  private static final String UNSEEN = "[\\x{1F3FB}-\\x{1F3FF}\\x{FE0E}\\x{FE0F}\\x{200D}\\s]+";

  private final Map<String, String> meanings = new LinkedHashMap<>();

  Signs() {
    text()
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split(" = ", 2))
        .forEach(entry ->
            Arrays.stream(entry[1].strip().split(" +"))
                .forEach(sign -> meanings.put(sign.replaceAll(UNSEEN, ""), entry[0].strip())));
  }

  /** What most of them show; empty where anything else is written, too. */
  Optional<String> read(String text) {
    Map<String, Integer> shown = new LinkedHashMap<>();
    String left = text.replaceAll(UNSEEN, "");
    while (!left.isEmpty()) {
      String rest = left;
      Optional<String> first =
          meanings.keySet().stream().filter(rest::startsWith).reduce(Signs::longer);
      if (first.isEmpty()) {
        return Optional.empty();
      }
      shown.merge(meanings.getOrDefault(first.get(), ""), 1, Integer::sum);
      left = left.substring(first.get().length());
    }
    return shown.entrySet().stream().reduce(Signs::more).map(Map.Entry::getKey);
  }

  private static String longer(String one, String other) {
    return other.length() > one.length() ? other : one;
  }

  /** Of as many the first. */
  private static Map.Entry<String, Integer> more(
      Map.Entry<String, Integer> one, Map.Entry<String, Integer> other) {
    return other.getValue() > one.getValue() ? other : one;
  }

  private static String text() {
    try (InputStream in = Signs.class.getResourceAsStream("signs.txt")) {
      if (in == null) {
        throw new IllegalStateException("signs.txt is missing beside Signs");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("signs.txt can't be read", e);
    }
  }
}
