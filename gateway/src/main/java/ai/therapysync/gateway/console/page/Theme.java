package ai.therapysync.gateway.console.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How bright the console is. */
public enum Theme {
  /** As the visitor's machine has it. */
  AUTO,
  LIGHT,
  DARK;

  /** The cookie that remembers it, since it belongs to a screen and not to a person. */
  public static final String COOKIE = "console_theme";

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its word; what is none is {@link #AUTO}. */
  public static Theme of(Optional<String> word) {
    return Arrays.stream(values())
        .filter(theme -> word.filter(theme.word()::equals).isPresent())
        .findFirst()
        .orElse(AUTO);
  }
}
