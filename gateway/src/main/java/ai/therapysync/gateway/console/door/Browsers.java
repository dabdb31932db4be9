package ai.therapysync.gateway.console.door;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A browser in a few words, for the list of somebody's sessions. */
final class Browsers {
  /** The more particular first: most call themselves by others' names, too. */
  private static final List<String> NAMES =
      List.of("Edg", "OPR", "Firefox", "SamsungBrowser", "Chrome", "Safari");

  private static final List<String> SYSTEMS =
      List.of("Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux");

  private Browsers() {}

  static String of(@Nullable String agent) {
    String text = Optional.ofNullable(agent).orElse("");
    String words =
        Stream.of(first(NAMES, text), first(SYSTEMS, text))
            .flatMap(Optional::stream)
            .reduce((browser, system) -> browser + " on " + system)
            .orElse("Unknown browser");
    return words.replace("Edg ", "Edge ").replace("OPR ", "Opera ").replace("Macintosh", "Mac");
  }

  private static Optional<String> first(List<String> words, String text) {
    return words.stream().filter(text::contains).findFirst();
  }
}
