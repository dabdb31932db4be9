package ai.therapysync.gateway.console.people;

import ai.therapysync.crisis.language.Language;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Languages to choose from, by their English names. */
public final class Languages {
  private Languages() {}

  /** Names by codes. */
  public static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      names.put(language.code(), language.locale().getDisplayLanguage(Locale.ENGLISH));
    }
    return names;
  }
}
