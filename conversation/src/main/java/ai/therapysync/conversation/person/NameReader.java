package ai.therapysync.conversation.person;

import ai.therapysync.crisis.language.Language;
import ai.therapysync.crisis.safety.ExactWord;
import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a name out of the answer to "what is the name?"; silent where the answer is none. */
public final class NameReader {
  private static final int LONGEST = 40;
  private static final int MOST_WORDS = 4;
  private static final int LONGEST_HAN = 6;
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:(?:hi|hello|hola|olá|ola|bonjour|hallo)[,.!]? )?(?:it's |it is |i'm |i am |my name is |my name's |the name is |call me |you can call me |(?:her|his|their) name is |that's |me llamo |mi nombre es |soy |se llama |es |meu nome é |me chamo |sou |pode me chamar de |o nome (?:dela|dele) é |é |je m'appelle |moi c'est |c'est |je suis |il s'appelle |elle s'appelle |mon nom est |ich heiße |ich heisse |ich bin |mein name ist |nenn mich |sie heißt |er heißt |das ist |我叫|叫我|我是|我的名字是|我的名字叫|他叫|她叫|मेरा नाम |मैं |उनका नाम |mera naam |main |اسمي |أنا |انا |اسمها |اسمه )",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern TRAIL =
      Pattern.compile("(?: है| हूँ| हूं| hai| hoon| please|[.!,،。！])+$", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M}'\u2019 .\u00B7-]*");

  private final LanguageGuess guess = new LanguageGuess();
  private final Map<String, String> noNames =
      ExactWord.load(NameReader.class, "no-names.properties");

  /** The name as it was written, without what stands around it. */
  public Optional<String> read(String text) {
    String said = text.strip().replace('\u2019', '\'').replaceAll("\\s+", " ");
    String bare = TRAIL.matcher(LEAD.matcher(said).replaceFirst("")).replaceFirst("").strip();
    return Optional.of(bare).filter(name -> isName(name, said));
  }

  private boolean isName(String name, String said) {
    return !name.isEmpty()
        && name.length() <= LONGEST
        && NAME.matcher(name).matches()
        && name.split(" ", -1).length <= MOST_WORDS
        && !said.endsWith("?")
        && !said.endsWith("\uFF1F")
        && !noNames.containsKey(ExactWord.of(name))
        && !isSentence(name);
  }

  private boolean isSentence(String name) {
    if (UnicodeScript.of(name.codePointAt(0)) == UnicodeScript.HAN) {
      return name.codePointCount(0, name.length()) > LONGEST_HAN;
    }
    return guess
        .guess(name)
        .filter(language -> language != Language.HINDI && language != Language.ARABIC)
        .isPresent();
  }
}
