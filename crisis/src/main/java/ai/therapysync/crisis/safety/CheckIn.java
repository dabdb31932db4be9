package ai.therapysync.crisis.safety;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.language.Phrasebook;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How a person is asked after the worst is over, from {@code CheckIn_xx.properties}, and whether
 * what they answer says that they are safe.
 */
public final class CheckIn {
  /** Whoever writes more than this has more to say than yes. */
  private static final int LONGEST_ANSWER = 80;

  private final SafeReply words;
  private final Phrasebook texts = Phrasebook.load(CheckIn.class, "CheckIn");
  private final Map<String, String> meanings =
      ExactWord.load(CheckIn.class, "reassurance.properties");

  /** With the words of safe replies, whose questions and lines it shares. */
  public CheckIn(SafeReply words) {
    this.words = words;
  }

  /**
   * Asks how they are and whether they are safe, and names the line.
   *
   * @param firstName empty when it is not known
   * @param region the country of the person's number, ISO 3166
   * @param mainRegion the main country of its calling code
   * @param asked how often they have been asked since the last sign of danger
   */
  public String ask(
      Language language, String firstName, String region, String mainRegion, int asked) {
    List<String> openings = texts.keys(Language.ENGLISH, "open.");
    Map<String, String> values =
        Map.of("name", firstName.strip(), "known", firstName.isBlank() ? "no" : "yes");
    return SafeReply.join(
        language,
        List.of(
            texts.say(language, openings.get(asked % openings.size()), values).strip(),
            words.crisisLineSentence(language, region, mainRegion),
            words.safetyQuestion(language, asked)));
  }

  /** Thanks for the answer that they are safe. */
  public String thanks(Language language, String region, String mainRegion) {
    return SafeReply.join(
        language,
        List.of(texts.say(language, "thanks"), words.offer(language, region, mainRegion)));
  }

  /**
   * Whether a short answer clearly says that they are safe. The least doubt in it ("yes, but …")
   * makes it none; whether it shows danger, the screen decides before.
   */
  public boolean saysSafe(String text) {
    String answer = ExactWord.of(text);
    return answer.length() <= LONGEST_ANSWER
        && words("safe").stream().anyMatch(word -> beginsWith(answer, word))
        && words("doubt").stream().noneMatch(word -> contains(answer, word));
  }

  private List<String> words(String meaning) {
    return meanings.entrySet().stream()
        .filter(entry -> entry.getValue().equals(meaning))
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  private static boolean beginsWith(String answer, String word) {
    return answer.startsWith(word) && isWordEnd(answer, word.length());
  }

  private static boolean contains(String answer, String word) {
    for (int at = answer.indexOf(word); at >= 0; at = answer.indexOf(word, at + 1)) {
      boolean begins = at == 0 || isWordEnd(answer, at - 1) || isHan(word.codePointAt(0));
      if (begins && isWordEnd(answer, at + word.length())) {
        return true;
      }
    }
    return false;
  }

  /** Chinese sets no spaces between words. */
  private static boolean isWordEnd(String text, int at) {
    return at >= text.length()
        || !Character.isLetterOrDigit(text.codePointAt(at))
        || isHan(text.codePointBefore(Math.max(1, at)));
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
