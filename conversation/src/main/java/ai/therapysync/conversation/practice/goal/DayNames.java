package ai.therapysync.conversation.practice.goal;

import ai.therapysync.crisis.language.Language;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of weekdays and months in every language, in full and short. */
final class DayNames {
  private static final int[] CONTEXTS = {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE};
  private static final int[] WIDTHS = {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED};

  private final Map<Language, Map<String, Integer>> months = new EnumMap<>(Language.class);
  private final Map<Language, Map<String, Integer>> weekdays = new EnumMap<>(Language.class);

  DayNames() {
    for (Language language : Language.values()) {
      Map<String, Integer> month = new LinkedHashMap<>();
      Map<String, Integer> weekday = new LinkedHashMap<>();
      locales(language).forEach(locale -> collect(new DateFormatSymbols(locale), month, weekday));
      months.put(language, month);
      weekdays.put(language, weekday);
    }
  }

  /** In the Levant and Iraq months have names of their own. */
  private static Stream<ULocale> locales(Language language) {
    ULocale own = ULocale.forLocale(language.locale());
    return language == Language.ARABIC ? Stream.of(own, new ULocale("ar_LB")) : Stream.of(own);
  }

  private static void collect(
      DateFormatSymbols symbols, Map<String, Integer> months, Map<String, Integer> weekdays) {
    for (int context : CONTEXTS) {
      for (int width : WIDTHS) {
        put(months, symbols.getMonths(context, width), 0);
        put(weekdays, symbols.getWeekdays(context, width), 1);
      }
    }
  }

  private static void put(Map<String, Integer> names, String[] all, int from) {
    for (int i = from; i < all.length; i++) {
      names.putIfAbsent(Figures.plain(all[i]), i + 1 - from);
    }
  }

  /** The month, 1 to 12, that the text names. */
  Optional<Integer> month(String text, Language language) {
    return in(months, text, language);
  }

  /** The weekday that the text names. */
  Optional<DayOfWeek> weekday(String text, Language language) {
    // ICU counts from Sunday.
    return in(weekdays, text, language).map(number -> DayOfWeek.SUNDAY.plus(number - 1));
  }

  private static Optional<Integer> in(
      Map<Language, Map<String, Integer>> names, String text, Language language) {
    String words = " " + Figures.plain(text) + " ";
    return Stream.of(language, Language.ENGLISH)
        .distinct()
        .flatMap(one -> names.getOrDefault(one, Map.of()).entrySet().stream())
        .filter(entry -> says(words, entry.getKey()))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue);
  }

  private static boolean says(String words, String name) {
    boolean spaceless = name.codePoints().anyMatch(Character::isIdeographic);
    return words.contains(spaceless ? name : " " + name + " ");
  }
}
