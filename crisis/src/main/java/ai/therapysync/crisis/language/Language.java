package ai.therapysync.crisis.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A language that our texts exist in; its code is the ISO 639-1 code of the schema's language
 * columns.
 */
public enum Language {
  ENGLISH("en"),
  SPANISH("es"),
  PORTUGUESE("pt"),
  FRENCH("fr"),
  GERMAN("de"),
  CHINESE("zh"),
  HINDI("hi"),
  ARABIC("ar");

  private final String code;

  Language(String code) {
    this.code = code;
  }

  /** Two lower-case letters, ISO 639-1. */
  public String code() {
    return code;
  }

  /** The Java locale with this language and no country. */
  public Locale locale() {
    return Locale.of(code);
  }

  /**
   * Reads {@code es}, {@code es-MX}, {@code es_MX} or {@code ES}; empty for a language we do not
   * speak.
   */
  public static Optional<Language> of(String tag) {
    String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Arrays.stream(values()).filter(language -> language.code.equals(primary)).findFirst();
  }
}
