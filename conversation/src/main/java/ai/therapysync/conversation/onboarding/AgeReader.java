package ai.therapysync.conversation.onboarding;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads an age from an answer that says an age and nothing else: "under 18" and "nearly 18" are no
 * figure to go by.
 */
final class AgeReader {
  private static final Pattern AGE =
      Pattern.compile(
          "(?:i'm |i am |im |my age is |age:? |tengo |mi edad es |tenho |eu tenho |minha idade é |j'ai |mon âge est |ich bin |bin |我今年|今年|我|मैं |मेरी उम्र |meri umar |main |عمري |أنا |انا )?"
              + "([0-9]{1,3})"
              + "(?: ?(?:years?(?: old)?|yrs?(?: old)?|y/?o|años|anos|anos de idade|ans|jahre(?: alt)?|岁|歲|岁了|साल(?: का हूँ| की हूँ| है| का| की)?|वर्ष|saal|سنة|سنه|عاما|عامًا|سنوات|है|hai|hoon))?");
  private static final int OLDEST = 120;

  Optional<Integer> read(String text) {
    Matcher said = AGE.matcher(plain(text));
    return said.matches()
        ? Optional.of(Integer.parseInt(said.group(1))).filter(age -> age > 0 && age <= OLDEST)
        : Optional.empty();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .mapToObj(c ->
            Character.isDigit(c) ? Integer.toString(Character.digit(c, 10)) : Character.toString(c))
        .collect(Collectors.joining())
        .toLowerCase(Locale.ROOT)
        .replace('\u2019', '\'')
        .replaceAll("[.!,\u3002\u0964]+$", "")
        .replaceAll("\\s+", " ")
        .strip();
  }
}
