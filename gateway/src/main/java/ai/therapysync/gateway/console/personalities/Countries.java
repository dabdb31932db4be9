package ai.therapysync.gateway.console.personalities;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Countries to choose from: those whose crisis lines we know, by their names. */
public record Countries(Map<String, String> names) {
  public Countries {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
  }

  /** By their codes, ISO 3166. */
  public static Countries of(Set<String> codes) {
    Map<String, String> names = new LinkedHashMap<>();
    codes.stream()
        .sorted(Comparator.comparing(Countries::name))
        .forEach(code -> names.put(code, name(code)));
    return new Countries(names);
  }

  private static String name(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }
}
