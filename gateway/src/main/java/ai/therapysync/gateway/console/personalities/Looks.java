package ai.therapysync.gateway.console.personalities;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How apps show a voice: colours as Tailwind and symbols as Lucide name them. */
public final class Looks {
  static final String USUAL_COLOUR = "from-blue-500 to-blue-600";
  static final String USUAL_SYMBOL = "Brain";

  private static final Pattern FROM = Pattern.compile("from-([a-z]+)-\\d{2,3}\\b.*");

  private static final List<String> HUES =
      List.of(
          "slate", "red", "orange", "amber", "yellow", "lime", "green", "emerald", "teal", "cyan",
          "sky", "blue", "indigo", "violet", "purple", "fuchsia", "pink", "rose");

  private Looks() {}

  /** The hue that the console shows a voice in; its style sheet has a class for each. */
  public static String hue(String colourScheme) {
    Matcher from = FROM.matcher(colourScheme);
    return from.matches() && HUES.contains(from.group(1)) ? from.group(1) : "slate";
  }

  /** The letter that stands for a voice. */
  public static String letter(String name) {
    String stripped = name.strip();
    return stripped.isEmpty()
        ? "?"
        : Character.toString(Character.toUpperCase(stripped.codePointAt(0)));
  }

  static Map<String, String> colours() {
    Map<String, String> colours = new LinkedHashMap<>();
    colours.put(USUAL_COLOUR, "Blue");
    colours.put("from-cyan-600 to-blue-700", "Deep sea");
    colours.put("from-indigo-500 to-sky-600", "Indigo");
    colours.put("from-violet-500 to-purple-600", "Violet");
    colours.put("from-fuchsia-500 to-pink-600", "Fuchsia");
    colours.put("from-rose-500 to-pink-600", "Rose");
    colours.put("from-orange-500 to-red-500", "Red orange");
    colours.put("from-amber-500 to-orange-600", "Amber");
    colours.put("from-yellow-600 to-amber-700", "Ochre");
    colours.put("from-green-500 to-lime-600", "Green");
    colours.put("from-teal-500 to-emerald-600", "Teal");
    colours.put("from-slate-500 to-slate-700", "Slate");
    return colours;
  }

  static Map<String, String> symbols() {
    Map<String, String> symbols = new LinkedHashMap<>();
    symbols.put(USUAL_SYMBOL, "Brain");
    symbols.put("Anchor", "Anchor");
    symbols.put("BookOpen", "Book");
    symbols.put("Coffee", "Cup");
    symbols.put("Compass", "Compass");
    symbols.put("Ear", "Ear");
    symbols.put("Feather", "Feather");
    symbols.put("Flower", "Flower");
    symbols.put("Globe", "Globe");
    symbols.put("Heart", "Heart");
    symbols.put("Leaf", "Leaf");
    symbols.put("Moon", "Moon");
    symbols.put("Mountain", "Mountain");
    symbols.put("Sparkles", "Sparkles");
    symbols.put("Star", "Star");
    symbols.put("Sun", "Sun");
    symbols.put("Target", "Target");
    symbols.put("Users", "People");
    symbols.put("Waves", "Waves");
    return symbols;
  }
}
