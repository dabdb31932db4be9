package ai.therapysync.conversation.reply;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How strongly something is so, as people write it into profiles. */
enum Degree {
  LOW,
  MIDDLE,
  HIGH;

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,4}(?:[.,]\\d{1,6})?)(?: ?(%|/ ?\\d{1,3}))?.*");

  private static final Set<String> HIGHS =
      Set.of(
          """
          high strong very true yes lots max brisk fast quick lively rapid alto alta hoch stark \
          eleve elevee fort forte rapido rapida rapide schnell si sim oui ja 高 快\
          """
              .split(" "));

  private static final Set<String> LOWS =
      Set.of(
          """
          low weak little none no not never false minimal absent slow calm unhurried relaxed bajo \
          baja baixo baixa niedrig gering keine kein faible bas basse aucun lento lenta lent lente \
          langsam ruhig nunca nao non nein 低 慢 无\
          """
              .split(" "));

  /** From 0 to 1, from 1 to 10, in percent, of a whole, or in words; the middle for all others. */
  static Degree of(String written) {
    Matcher number = NUMBER.matcher(written.strip().toLowerCase(Locale.ROOT));
    return number.matches() ? of(share(number)) : ofWords(written);
  }

  private static Degree of(double share) {
    return share >= 0.7 ? HIGH : share <= 0.3 ? LOW : MIDDLE;
  }

  private static double share(Matcher number) {
    double value = Double.parseDouble(number.group(1).replace(',', '.'));
    String of = number.group(2) == null ? "" : number.group(2).replace(" ", "");
    if (of.startsWith("/")) {
      return value / Math.max(1, Integer.parseInt(of.substring(1)));
    }
    boolean percent = of.equals("%") || value > 10;
    return percent ? value / 100 : value <= 1 ? value : value / 10;
  }

  private static Degree ofWords(String written) {
    List<String> words = List.of(Wording.words(written).strip().split(" "));
    if (words.stream().anyMatch(LOWS::contains)) {
      return LOW;
    }
    return words.stream().anyMatch(HIGHS::contains) ? HIGH : MIDDLE;
  }
}
