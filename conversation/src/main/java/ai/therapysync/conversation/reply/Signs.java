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

  /** Of a wall of signs so much is looked at. */
  private static final int READ = 400;

  /** No sign is written with more. */
  private static final int LONGEST = 16;

  /** What most of them show; empty where anything else is written, too. */
  Optional<String> read(String text) {
    Map<String, Integer> shown = new LinkedHashMap<>();
    String signs = text.substring(0, Math.min(text.length(), READ)).replaceAll(UNSEEN, "");
    // What was cut in two at the end of a wall of them counts for nothing.
    int end = signs.length() - (text.length() > READ ? LONGEST : 0);
    int at = 0;
    while (at < end) {
      int from = at;
      Optional<String> next =
          meanings.keySet().stream()
              .filter(sign -> signs.startsWith(sign, from))
              .reduce(Signs::longer);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      shown.merge(meanings.getOrDefault(next.get(), ""), 1, Integer::sum);
      at += next.get().length();
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
